/** Faults on demand: which requests they meet, how often, and what goes wrong. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import type { Holds } from './holds.ts';
import { matchesPath } from './path-pattern.ts';

const Meeting = z.object({
  /** `api`, `token`, `authorize`, or a path with `*` for any part, such as `/v1/me/*`. */
  on: z.string().default('api'),
  /** Token endpoint only: meets just this grant. */
  grantType: z.enum(['authorization_code', 'refresh_token']).optional(),
  /** So many requests, then no more; without it, until cleared. */
  times: z.number().int().positive().optional(),
  /** Lets so many matching requests pass first. */
  skip: z.number().int().nonnegative().default(0),
});

const Refusal = {
  body: z.enum(['json', 'none', 'text']).default('json'),
  /** False: the answer lacks CORS headers, which a page without host permission cannot read. */
  cors: z.boolean().default(true),
};

export const Fault = z.discriminatedUnion('kind', [
  Meeting.extend({ kind: z.literal('unauthorized'), ...Refusal }),
  Meeting.extend({ kind: z.literal('forbidden'), ...Refusal }),
  Meeting.extend({
    kind: z.literal('rate-limited'),
    /** Null leaves the header out. */
    retryAfterSeconds: z.number().nullable().default(1),
    /** The developer account's quota is spent: `reason: "QUOTA_EXCEEDED"`. */
    quotaExceeded: z.boolean().default(false),
    ...Refusal,
  }),
  Meeting.extend({
    kind: z.literal('server-error'),
    status: z.number().int().min(500).max(599).default(503),
    ...Refusal,
  }),
  /** Any other status, with Spotify's error body. */
  Meeting.extend({ kind: z.literal('status'), status: z.number().int(), ...Refusal }),
  /** The request is carried out at once, its answer is held back. Combines with the others. */
  Meeting.extend({ kind: z.literal('slow'), delayMs: z.number().positive() }),
  /** Stands still until `release`: at the door, or carried out and with its answer ready. */
  Meeting.extend({ kind: z.literal('held'), at: z.enum(['request', 'answer']) }),
  /** The connection drops before the request is looked at. */
  Meeting.extend({ kind: z.literal('dropped') }),
  /** The request is carried out, and its answer never arrives. */
  Meeting.extend({ kind: z.literal('answer-lost') }),
  /** The request is carried out, and half of the answer arrives. */
  Meeting.extend({ kind: z.literal('truncated') }),
  /** A hotel's sign-in page instead of the answer. */
  Meeting.extend({ kind: z.literal('captive-portal'), status: z.number().int().default(200) }),
  /** Somebody in the way answers the authorize page's address, and sends the person where they like. */
  Meeting.extend({
    kind: z.literal('hijacked'),
    on: z.string().default('authorize'),
    /** `{redirect}` and `{state}` stand for what the app asked for. */
    to: z.string(),
  }),
  /** Token endpoint: a good refresh token is called bad, as in an outage of Spotify's. */
  Meeting.extend({ kind: z.literal('invalid-grant') }),
]);
export type Fault = z.output<typeof Fault>;
export type FaultInput = z.input<typeof Fault>;

export interface FaultSubject {
  path: string;
  grantType: string | undefined;
}

export interface Faults {
  add(fault: Fault): void;
  clear(): void;
  /** Those that meet this request, each counted as met: any delays, and at most one other; in the order to strike. */
  meet(subject: FaultSubject): Fault[];
}

/** Faults are met in the order in which they were added. */
export function createFaults(): Faults {
  let pending: { fault: Fault; skipped: number; met: number }[] = [];
  return {
    add: (fault) => void pending.push({ fault, skipped: 0, met: 0 }),
    clear: () => void (pending = []),
    meet(subject) {
      const matching = pending.filter(({ fault }) => isMet(fault, subject));
      const delays = matching.filter(({ fault }) => fault.kind === 'slow');
      const other = matching.find((entry) => entry.fault.kind !== 'slow' && !isSkipped(entry));
      const met = [...delays.filter((entry) => !isSkipped(entry)), ...(other ? [other] : [])];
      for (const entry of met) entry.met += 1;
      pending = pending.filter(({ fault, met: count }) => count < (fault.times ?? Infinity));
      return met.map(({ fault }) => fault).toSorted((a, b) => rankOf(a) - rankOf(b));
    },
  };
}

/** What cuts an answer stands ready first, then what holds it back, then what gives one. */
function rankOf({ kind }: Fault): number {
  if (kind === 'answer-lost' || kind === 'truncated') return 0;
  return kind === 'slow' ? 1 : 2;
}

function isSkipped(entry: { fault: Fault; skipped: number }): boolean {
  if (entry.skipped >= entry.fault.skip) return false;
  entry.skipped += 1;
  return true;
}

const GROUPS: Record<string, string> = {
  api: '/v1/*',
  token: '/accounts/api/token',
  authorize: '/accounts/authorize',
};

function isMet(fault: Fault, { path, grantType }: FaultSubject): boolean {
  const wanted = fault.grantType ?? (fault.kind === 'invalid-grant' ? 'refresh_token' : undefined);
  if (wanted !== undefined && wanted !== grantType) return false;
  return matchesPath(GROUPS[fault.on] ?? fault.on, path);
}

export interface Struck {
  path: string;
  request: IncomingMessage;
  response: ServerResponse;
  holds: Holds;
}

/**
 * Lets the fault happen to the answer.
 * @returns true when the request is settled; false when it is to be carried out as usual.
 */
export async function strike(fault: Fault, struck: Struck): Promise<boolean> {
  const { path, request, response, holds } = struck;
  switch (fault.kind) {
    case 'held':
      if (fault.at === 'answer') {
        holds.keepAnswer(path, response);
        return false;
      }
      if (await holds.keepRequest(path)) return false;
      request.socket.destroy();
      return true;
    case 'slow':
      holdAnswer(response, fault.delayMs);
      return false;
    case 'dropped':
      request.socket.destroy();
      return true;
    case 'answer-lost':
      cutAnswer(response, 0);
      return false;
    case 'truncated':
      cutAnswer(response, 0.5);
      return false;
    case 'captive-portal':
      response.writeHead(fault.status, { 'content-type': 'text/html; charset=utf-8' });
      response.end(
        '<!doctype html><title>Welcome</title><p>Please accept the terms of this network.',
      );
      return true;
    case 'hijacked':
      response.writeHead(302, { location: fillIn(fault.to, request.url ?? '/') }).end();
      return true;
    case 'invalid-grant':
      response.setHeader('access-control-allow-origin', request.headers.origin ?? '*');
      return send(response, 400, {
        error: 'invalid_grant',
        error_description: 'Refresh token revoked',
      });
    case 'unauthorized':
    case 'forbidden':
    case 'rate-limited':
    case 'server-error':
    case 'status':
    default:
      return refuseWith(fault, request, response);
  }
}

function fillIn(target: string, asked: string): string {
  const { searchParams } = new URL(asked, 'http://standin');
  return target
    .replace('{redirect}', searchParams.get('redirect_uri') ?? '')
    .replaceAll('{state}', searchParams.get('state') ?? '');
}

type RefusalFault = Extract<Fault, { cors: boolean }>;

const STATUS: Partial<Record<Fault['kind'], readonly [number, string]>> = {
  unauthorized: [401, 'The access token expired'],
  forbidden: [403, 'Forbidden'],
  'rate-limited': [429, 'API rate limit exceeded'],
};

function refuseWith(fault: RefusalFault, request: IncomingMessage, response: ServerResponse) {
  const [fixed, message] = STATUS[fault.kind] ?? [500, 'Service unavailable'];
  const status = 'status' in fault ? fault.status : fixed;
  if (fault.kind === 'rate-limited' && fault.retryAfterSeconds !== null) {
    response.setHeader('retry-after', String(fault.retryAfterSeconds));
  }
  if (fault.cors) response.setHeader('access-control-allow-origin', request.headers.origin ?? '*');
  if (fault.body === 'none') return send(response, status, undefined);
  if (fault.body === 'text') return send(response, status, 'Too many requests');
  const reason =
    fault.kind === 'rate-limited' && fault.quotaExceeded ? 'QUOTA_EXCEEDED' : undefined;
  // The accounts service has its own form of error body (RFC 6749, section 5.2).
  return request.url?.startsWith('/accounts/')
    ? send(response, status, {
        error: OAUTH_ERROR[status] ?? 'server_error',
        error_description: message,
      })
    : send(response, status, { error: { status, message, ...(reason && { reason }) } });
}

const OAUTH_ERROR: Record<number, string> = {
  400: 'invalid_request',
  401: 'invalid_client',
  403: 'access_denied',
  429: 'rate_limited',
  503: 'temporarily_unavailable',
};

function send(response: ServerResponse, status: number, body: unknown): true {
  if (body !== undefined) {
    const type = typeof body === 'string' ? 'text/plain' : 'application/json';
    response.setHeader('content-type', `${type}; charset=utf-8`);
  }
  response.statusCode = status;
  response.end(body === undefined || typeof body === 'string' ? body : JSON.stringify(body));
  return true;
}

function holdAnswer(response: ServerResponse, delayMs: number) {
  const end = response.end.bind(response);
  response.end = (...chunks: unknown[]): ServerResponse => {
    const [chunk] = chunks;
    const isBody = typeof chunk === 'string' || chunk instanceof Uint8Array;
    setTimeout(() => (isBody ? end(chunk) : end()), delayMs);
    return response;
  };
}

/** Sends only this share of the body, under the length of the whole, and drops the connection. */
function cutAnswer(response: ServerResponse, share: number) {
  response.end = (...chunks: unknown[]): ServerResponse => {
    const [chunk] = chunks;
    const whole = Buffer.from(
      typeof chunk === 'string' || chunk instanceof Uint8Array ? chunk : '',
    );
    const drop = () => response.socket?.destroy();
    if (share === 0 || whole.length === 0) {
      drop();
      return response;
    }
    if (!response.headersSent) response.setHeader('content-length', whole.length);
    response.write(whole.subarray(0, Math.floor(whole.length * share)), drop);
    return response;
  };
}
