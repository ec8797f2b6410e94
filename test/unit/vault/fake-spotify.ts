/** Spotify's accounts service and `/me` as far as the vault sees them; rotation as told, faults queued. */
import { AppError } from '../../../lib/domain/app-error.ts';
import type { Fetch } from '../../../lib/oauth/server.ts';

/** UTC ms; moves when a test moves it. */
export interface Clock {
  now: number;
}

export type User = 'mira' | 'tomas';

/** What the next requests to the token endpoint get instead of an honest answer. */
export type Fault =
  | { before: () => Response } // the request is not looked at
  | { after: () => Response }; // it is carried out, and its answer replaced

interface Family {
  user: User;
  current: string;
  dead: boolean;
}

export interface FakeSpotify {
  rotation: 'omit' | 'same' | 'grace' | 'strict';
  lifetimeSeconds: number;
  /** Who is signed in to Spotify in this browser. */
  visitor: User;
  /** How the sign-in window ends; without a person, only `agree` ends in a redirect. */
  answer: 'agree' | 'deny' | 'close' | 'wait';
  /** Whether an approved app gets a code without a click. */
  silent: boolean;
  faults: Fault[];
  /** What the authorize page answers to a look without cookies. */
  authorizePage: () => Response;
  me: (user: User) => { id: string; displayName: string | null };
  /** Every refresh token sent, in order. */
  sent: string[];
  exchanges: number;
  /** Authorize addresses opened in a window or without one. */
  opened: { url: URL; interactive: boolean }[];
  /** Lets a window that waits go on. */
  finishWindow: () => void;
  fetch: Fetch;
  launch: (url: string, interactive: boolean) => Promise<string>;
  identify: (accessToken: string) => Promise<{ id: string; displayName: string | null }>;
  revoke(user: User): void;
  /** Whether the server would still take it. */
  isGood(refreshToken: string): boolean;
  /** Every token ever handed out. */
  issued: string[];
}

export function createFakeSpotify(clock: Clock): FakeSpotify {
  const families = new Map<string, Family>();
  const codes = new Map<string, User>();
  const bearers = new Map<string, User>();
  let count = 0;
  const next = (kind: string) => `${kind}-${(count += 1)}`;

  function grant(family: Family, withRefreshToken: boolean): Response {
    const accessToken = next('access');
    bearers.set(accessToken, family.user);
    spotify.issued.push(accessToken);
    return json({
      access_token: accessToken,
      token_type: 'Bearer',
      expires_in: spotify.lifetimeSeconds,
      scope: 'user-top-read',
      ...(withRefreshToken ? { refresh_token: family.current } : {}),
    });
  }

  function renew(family: Family): void {
    family.current = next('refresh');
    families.set(family.current, family);
    spotify.issued.push(family.current);
  }

  function refresh(token: string): Response {
    const family = families.get(token);
    if (!family || family.dead) return json({ error: 'invalid_grant' }, 400);
    if (spotify.rotation === 'strict' && token !== family.current) {
      family.dead = true;
      return json({ error: 'invalid_grant' }, 400);
    }
    const rotates = spotify.rotation === 'strict' || spotify.rotation === 'grace';
    if (rotates) renew(family);
    return grant(family, spotify.rotation !== 'omit');
  }

  function exchange(code: string): Response {
    spotify.exchanges += 1;
    const user = codes.get(code);
    if (!user) return json({ error: 'invalid_grant' }, 400);
    codes.delete(code);
    const family = { user, current: '', dead: false };
    renew(family);
    return grant(family, true);
  }

  function answerToken(body: URLSearchParams): Response {
    const refreshToken = body.get('refresh_token');
    return refreshToken ? refresh(refreshToken) : exchange(body.get('code') ?? '');
  }

  const spotify: FakeSpotify = {
    rotation: 'omit',
    lifetimeSeconds: 3600,
    visitor: 'mira',
    answer: 'agree',
    silent: false,
    faults: [],
    authorizePage: () => new Response(null, { status: 303, headers: dated(clock) }),
    me: (user) => ({ id: `id-of-${user}`, displayName: user }),
    sent: [],
    exchanges: 0,
    opened: [],
    issued: [],
    finishWindow: () => undefined,

    fetch: async (url, init) => {
      if (url.includes('/authorize')) return spotify.authorizePage();
      const body = init?.body as URLSearchParams;
      const refreshToken = body.get('refresh_token');
      if (refreshToken) spotify.sent.push(refreshToken);
      const fault = refreshToken ? spotify.faults.shift() : undefined;
      if (fault && 'before' in fault) return fault.before();
      const answer = answerToken(body);
      return fault ? fault.after() : answer;
    },

    async launch(address, interactive) {
      const url = new URL(address);
      spotify.opened.push({ url, interactive });
      if (!interactive && !spotify.silent) throw new Error('User interaction required.');
      if (spotify.answer === 'wait') {
        await new Promise<void>((resolve) => (spotify.finishWindow = resolve));
      }
      if (spotify.answer === 'close') throw new Error('The user did not approve access.');
      const state = url.searchParams.get('state') ?? '';
      const redirect = url.searchParams.get('redirect_uri') ?? '';
      if (spotify.answer === 'deny') return `${redirect}?error=access_denied&state=${state}`;
      const code = next('code');
      codes.set(code, spotify.visitor);
      return `${redirect}?code=${code}&state=${state}`;
    },

    async identify(accessToken) {
      const user = bearers.get(accessToken);
      if (!user) throw new AppError('api/unauthorized');
      return spotify.me(user);
    },

    revoke(user) {
      for (const family of families.values()) if (family.user === user) family.dead = true;
    },

    isGood(refreshToken) {
      const family = families.get(refreshToken);
      if (!family || family.dead) return false;
      return spotify.rotation === 'strict' ? family.current === refreshToken : true;
    },
  };
  return spotify;
}

export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return Response.json(body, { status, headers });
}

export function dated(clock: Clock): Record<string, string> {
  return { date: new Date(clock.now).toUTCString() };
}

/** Faults by name, for tests that need one. */
export const FAULTS = {
  outage: { before: () => json({ error: 'server_error' }, 503) },
  offline: {
    before: () => {
      throw new TypeError('Failed to fetch');
    },
  },
  timeout: {
    after: () => {
      throw new DOMException('', 'TimeoutError');
    },
  },
  lostAnswer: {
    after: () => {
      throw new TypeError('Failed to fetch');
    },
  },
  portal: { before: () => new Response('<html>', { headers: { 'content-type': 'text/html' } }) },
  halfAnswer: { after: () => new Response('{"access', { status: 200 }) },
  falseRevocation: { before: () => json({ error: 'invalid_grant' }, 400) },
  wrongClient: { before: () => json({ error: 'invalid_client' }, 400) },
  limited: { before: () => json({}, 429, { 'retry-after': '120' }) },
} satisfies Record<string, Fault>;
