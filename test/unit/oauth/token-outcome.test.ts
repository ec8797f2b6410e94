/** Every answer the token endpoint can give, read from real Response objects. */
import { describe, expect, it } from 'vitest';
import { readEndpoints } from '../../../lib/domain/endpoints.ts';
import { readTokenFailure, readTokenResponse } from '../../../lib/oauth/token-outcome.ts';

const NOW = Date.UTC(2026, 10, 21);
const endpoints = readEndpoints({});

const read = (response: Response) => readTokenResponse(endpoints, '0'.repeat(32), response, NOW);
const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  Response.json(body, { status, headers });

const GRANT = {
  access_token: 'BQa',
  token_type: 'Bearer',
  expires_in: 3600,
  refresh_token: 'AQb',
  scope: 'user-top-read',
};
const SUCCESS = {
  kind: 'success',
  accessToken: 'BQa',
  expiresInMs: 3_600_000,
  refreshToken: 'AQb',
  scope: 'user-top-read',
};

describe('a token answer', () => {
  it('hands out a whole grant', async () => {
    expect(await read(json(GRANT))).toEqual(SUCCESS);
  });

  it.each([
    ['left out', {}],
    ['null', { refresh_token: null }],
    ['empty', { refresh_token: '' }],
  ])('takes a refresh token that is %s for none', async (_, refresh) => {
    const { refresh_token: _token, ...rest } = GRANT;
    const answer = await read(json({ ...rest, ...refresh }));
    expect(answer).toEqual({ ...SUCCESS, refreshToken: null });
  });

  it('takes a lifetime in words, and an hour where none is named', async () => {
    expect(await read(json({ ...GRANT, expires_in: '60' }))).toMatchObject({ expiresInMs: 60_000 });
    const { expires_in: _, ...rest } = GRANT;
    expect(await read(json(rest))).toMatchObject({ expiresInMs: 3_600_000 });
  });

  it('does not mind a missing scope', async () => {
    const { scope: _, ...rest } = GRANT;
    expect(await read(json(rest))).toEqual({ ...SUCCESS, scope: null });
  });

  it.each([400, 401, 403])('knows invalid_grant with status %i', async (status) => {
    expect(await read(json({ error: 'invalid_grant' }, status))).toEqual({ kind: 'invalid-grant' });
  });

  it.each([429, 500, 503])('does not believe invalid_grant with status %i', async (status) => {
    expect((await read(json({ error: 'invalid_grant' }, status))).kind).not.toBe('invalid-grant');
  });

  it.each([
    [{ 'retry-after': '30' }, 30_000],
    [{ 'retry-after': new Date(NOW + 90_000).toUTCString() }, 90_000],
    [{ 'retry-after': new Date(NOW - 90_000).toUTCString() }, 0],
    [{ 'retry-after': 'soon' }, null],
    [{}, null],
  ])('reads a rate limit with %o', async (headers, retryAfterMs) => {
    const answers = [
      json({ error: { status: 429 } }, 429, headers),
      json({ error: 'rate_limited' }, 429, headers),
      new Response(null, { status: 429, headers }),
    ];
    for (const answer of answers) {
      expect(await read(answer)).toEqual({ kind: 'rate-limited', retryAfterMs });
    }
  });

  it.each([
    [400, 'invalid_client'],
    [401, 'invalid_client'],
    [400, 'invalid_request'],
    [400, 'unauthorized_client'],
    [400, 'unsupported_grant_type'],
  ])('calls %i %s our own configuration', async (status, error) => {
    expect(await read(json({ error }, status))).toEqual({
      kind: 'misconfigured',
      detail: error,
      status,
    });
  });

  it('reads a refusal that also carries a WWW-Authenticate challenge', async () => {
    const headers = { 'www-authenticate': 'Basic realm="x"' };
    expect(await read(json({ error: 'invalid_client' }, 401, headers))).toMatchObject({
      kind: 'misconfigured',
    });
  });

  it.each([500, 502, 503, 504, 408, 425])('calls %i an outage', async (status) => {
    expect(await read(new Response('Bad gateway', { status }))).toEqual({
      kind: 'unavailable',
      cause: 'server',
      status,
    });
  });

  it.each(['server_error', 'temporarily_unavailable'])(
    'calls %s an outage whatever its status',
    async (error) => {
      expect(await read(json({ error }, 400))).toMatchObject({
        kind: 'unavailable',
        cause: 'server',
      });
    },
  );

  it.each([
    ['a portal page', new Response('<html>', { headers: { 'content-type': 'text/html' } }), 200],
    ['half a body', new Response('{"access_tok', { status: 200 }), 200],
    ['an empty body', new Response(null, { status: 200 }), 200],
    ['a list', json([]), 200],
    ['an error with status 200', json({ error: 'invalid_grant' }), 200],
    ['a grant without a token', json({ token_type: 'Bearer' }), 200],
    ['another kind of token', json({ ...GRANT, token_type: 'mac' }), 200],
    ['a lifetime that is no number', json({ ...GRANT, expires_in: 'long' }), 200],
    ['a refresh token that is a number', json({ ...GRANT, refresh_token: 7 }), 200],
    ['nothing at all', new Response(null, { status: 204 }), 204],
    ['a redirect to a portal', new Response(null, { status: 302 }), 302],
    ['a redirect as a browser shows it', Response.error(), null],
    ['a proxy that wants a password', new Response('<html>', { status: 407 }), 407],
    ["a firewall's page", new Response('<html>', { status: 403 }), 403],
    ['an error that is not a word', json({ error: { status: 403 } }, 403), 403],
  ])('finds %s unreadable', async (_, response, status) => {
    expect(await read(response)).toEqual({ kind: 'unavailable', cause: 'unreadable', status });
  });

  it('never repeats a token in what it reports', async () => {
    const outcomes = [
      await read(json({ ...GRANT, token_type: 'mac' })),
      await read(json({ error: 'invalid_client', error_description: 'AQsecret' }, 400)),
    ];
    expect(JSON.stringify(outcomes)).not.toMatch(/BQa|AQ/);
  });

  it('calls a body that stops coming a timeout when the deadline ended it', async () => {
    const body = new ReadableStream({
      pull: (controller) => controller.error(new DOMException('', 'TimeoutError')),
    });
    const headers = { 'content-type': 'application/json' };
    expect(await read(new Response(body, { headers }))).toMatchObject({ cause: 'timeout' });
  });
});

describe('no answer', () => {
  it('is a timeout when the deadline passed', () => {
    const outcome = { kind: 'unavailable', cause: 'timeout', status: null };
    expect(readTokenFailure(new DOMException('', 'TimeoutError'))).toEqual(outcome);
  });

  it('is offline otherwise', () => {
    const outcome = { kind: 'unavailable', cause: 'offline', status: null };
    expect(readTokenFailure(new TypeError('Failed to fetch'))).toEqual(outcome);
  });
});
