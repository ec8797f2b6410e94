/**
 * The token endpoint's answers as data. Judged by status first, then by the OAuth error name; the
 * vault decides what each means for a token.
 */
import * as oauth from 'oauth4webapi';
import type { Endpoints } from '../domain/endpoints.ts';
import { z } from '../domain/schema.ts';
import { readRetryAfter } from './retry-after.ts';
import { authorizationServer } from './server.ts';

export interface TokenGrant {
  kind: 'success';
  accessToken: string;
  expiresInMs: number;
  /** Null when the answer has none: the one that was sent stays good. */
  refreshToken: string | null;
  /** What was granted, as the server words it; null when it does not say. */
  scope: string | null;
}

export type TokenOutcome =
  | TokenGrant
  | { kind: 'invalid-grant' }
  | { kind: 'rate-limited'; retryAfterMs: number | null }
  /** The request itself is refused (`invalid_client` and the like): the token is not at fault. */
  | { kind: 'misconfigured'; detail: string; status: number }
  /** No usable answer: nobody knows whether the request was carried out. */
  | {
      kind: 'unavailable';
      cause: 'offline' | 'timeout' | 'server' | 'unreadable';
      status: number | null;
    };

/** Spotify's own, and the value RFC 6749 uses throughout, for an answer that names none. */
const DEFAULT_LIFETIME_MS = 3_600_000;
const REQUEST_TIMEOUT = 408;
const TOO_EARLY = 425;
const TOO_MANY_REQUESTS = 429;

/**
 * Reads an answer of the token endpoint, to a refresh or a code exchange. Never throws: what cannot
 * be understood is `unavailable`. `now` is UTC ms, for a Retry-After given as a date.
 */
export async function readTokenResponse(
  endpoints: Endpoints,
  clientId: string,
  response: Response,
  now: number,
): Promise<TokenOutcome> {
  const { status } = response;
  if (status === 200) return readGrant(endpoints, clientId, response);
  if (status === TOO_MANY_REQUESTS) {
    return { kind: 'rate-limited', retryAfterMs: readRetryAfter(response.headers, now) };
  }
  if (status >= 500 || status === REQUEST_TIMEOUT || status === TOO_EARLY) {
    return { kind: 'unavailable', cause: 'server', status };
  }
  if (status < 400) return { kind: 'unavailable', cause: 'unreadable', status: status || null };
  return readRefusal(response);
}

/** What a request that ended without a response means; for what `fetch` rejects with. */
export function readTokenFailure(thrown: unknown): TokenOutcome {
  return { kind: 'unavailable', cause: isTimeout(thrown) ? 'timeout' : 'offline', status: null };
}

async function readGrant(
  endpoints: Endpoints,
  clientId: string,
  response: Response,
): Promise<TokenOutcome> {
  try {
    const grant = await oauth.processRefreshTokenResponse(
      authorizationServer(endpoints),
      { client_id: clientId },
      await withoutEmptyRefreshToken(response),
    );
    return {
      kind: 'success',
      accessToken: grant.access_token,
      expiresInMs: grant.expires_in === undefined ? DEFAULT_LIFETIME_MS : grant.expires_in * 1_000,
      refreshToken: grant.refresh_token ?? null,
      scope: grant.scope ?? null,
    };
  } catch (thrown) {
    // A body that stops coming ends as the deadline does, or as a parse error: no grant either way.
    return {
      kind: 'unavailable',
      cause: isTimeout(thrown) ? 'timeout' : 'unreadable',
      status: 200,
    };
  }
}

/** `null` and `""` are ways to send none; oauth4webapi would throw the whole grant away for them. */
async function withoutEmptyRefreshToken(response: Response): Promise<Response> {
  const body = z.safeParse(z.record(z.string(), z.unknown()), await readJson(response.clone()));
  if (!body.success || !('refresh_token' in body.data) || body.data['refresh_token']) {
    return response;
  }
  const { refresh_token: _none, ...rest } = body.data;
  return Response.json(rest);
}

const OAuthError = z.object({ error: z.string().check(z.minLength(1)) });

async function readRefusal(response: Response): Promise<TokenOutcome> {
  const { status } = response;
  const body = z.safeParse(OAuthError, await readJson(response));
  // A page instead of an OAuth error comes from a proxy or a portal, not from Spotify.
  if (!body.success) return { kind: 'unavailable', cause: 'unreadable', status };
  const { error } = body.data;
  if (error === 'invalid_grant') return { kind: 'invalid-grant' };
  if (error === 'server_error' || error === 'temporarily_unavailable') {
    return { kind: 'unavailable', cause: 'server', status };
  }
  return { kind: 'misconfigured', detail: error.slice(0, 60), status };
}

async function readJson(response: Response): Promise<unknown> {
  return response.json().catch(() => undefined);
}

function isTimeout(thrown: unknown): boolean {
  if (thrown instanceof DOMException) return thrown.name === 'TimeoutError';
  return thrown instanceof Error && thrown.cause !== undefined && isTimeout(thrown.cause);
}
