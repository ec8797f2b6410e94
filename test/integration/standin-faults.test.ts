/** The stand-in's faults, log and clock, switched in this process and over HTTP. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createApp, REDIRECT_URI, type App, type Tokens } from '../standin/connect.ts';
import { createControlClient } from '../standin/control.ts';
import type { FaultInput } from '../standin/faults.ts';
import { startStandin, type Standin } from '../standin/index.ts';

let standin: Standin;
let app: App;
let tokens: Tokens;

beforeAll(async () => {
  standin = await startStandin();
  app = createApp(standin);
  tokens = await app.connect('Mira');
});
afterEach(() => standin.control.reset());
afterAll(() => standin.close());

const getMe = () => app.get(tokens.accessToken, '/me');

const postRefresh = (refreshToken = tokens.refreshToken ?? '') =>
  fetch(`${standin.accountsUrl}/api/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'refresh_token',
      client_id: standin.clientId,
      refresh_token: refreshToken,
    }),
  });

const statusesOf = async (fault: FaultInput, times: number, request = getMe) => {
  await standin.control.fault(fault);
  const statuses: number[] = [];
  for (let round = 0; round < times; round++) statuses.push((await request()).status);
  return statuses;
};

describe('refusals', () => {
  it.each([
    [{ kind: 'unauthorized' }, 401],
    [{ kind: 'forbidden' }, 403],
    [{ kind: 'rate-limited' }, 429],
    [{ kind: 'server-error' }, 503],
    [{ kind: 'server-error', status: 500 }, 500],
    [{ kind: 'status', status: 418 }, 418],
  ] satisfies [FaultInput, number][])(
    '%j happens once, then all is well',
    async (fault, status) => {
      expect(await statusesOf({ ...fault, times: 1 }, 2)).toEqual([status, 200]);
      expect(await statusesOf({ ...fault, on: 'token', times: 1 }, 2, postRefresh)).toEqual([
        status,
        200,
      ]);
    },
  );

  it('lasts until it is cleared when no number is given', async () => {
    expect(await statusesOf({ kind: 'forbidden' }, 3)).toEqual([403, 403, 403]);
    await standin.control.clearFaults();
    expect((await getMe()).status).toBe(200);
  });

  it('lets some requests pass first', async () => {
    expect(await statusesOf({ kind: 'unauthorized', skip: 2, times: 1 }, 4)).toEqual([
      200, 200, 401, 200,
    ]);
  });

  it('happens one after the other in the order of the faults', async () => {
    await standin.control.fault({ kind: 'unauthorized', times: 1 });
    expect(await statusesOf({ kind: 'server-error', times: 1 }, 3)).toEqual([401, 503, 200]);
  });

  it('meets only the paths it names', async () => {
    await standin.control.fault({ kind: 'server-error', on: '/v1/me/top/*' });
    expect((await getMe()).status).toBe(200);
    expect((await app.get(tokens.accessToken, '/me/top/tracks')).status).toBe(503);
    expect((await postRefresh()).status).toBe(200);
  });

  it('tells a spent quota from a burst limit, with the wait in seconds', async () => {
    await standin.control.fault({
      kind: 'rate-limited',
      retryAfterSeconds: 86_400,
      quotaExceeded: true,
      times: 1,
    });
    const quota = await getMe();
    expect(quota.headers.get('retry-after')).toBe('86400');
    expect(await quota.json()).toEqual({
      error: { status: 429, message: 'API rate limit exceeded', reason: 'QUOTA_EXCEEDED' },
    });
    await standin.control.fault({
      kind: 'rate-limited',
      retryAfterSeconds: null,
      body: 'none',
      times: 1,
    });
    const burst = await getMe();
    expect(burst.headers.get('retry-after')).toBeNull();
    expect(await burst.text()).toBe('');
  });

  it('leaves the CORS headers out when told to', async () => {
    await standin.control.fault({ kind: 'rate-limited', cors: false, times: 1 });
    expect((await getMe()).headers.get('access-control-allow-origin')).toBeNull();
    await standin.control.fault({ kind: 'rate-limited', times: 1 });
    expect((await getMe()).headers.get('access-control-allow-origin')).toBe('*');
  });

  it('calls a good refresh token bad, but a code still good', async () => {
    await standin.control.fault({ kind: 'invalid-grant', on: 'token', times: 2 });
    await app.exchange(await app.authorize());
    const first = await postRefresh();
    expect(first.status).toBe(400);
    expect(await first.json()).toMatchObject({ error: 'invalid_grant' });
    expect((await postRefresh()).status).toBe(400);
    expect((await postRefresh()).status).toBe(200);
  });

  it('uses the accounts service’s own form of error at the token endpoint', async () => {
    await standin.control.fault({ kind: 'server-error', on: 'token', times: 1 });
    const body: unknown = await (await postRefresh()).json();
    expect(body).toMatchObject({ error: 'temporarily_unavailable' });
  });
});

describe('broken connections', () => {
  it('drops before anything happens', async () => {
    await standin.control.set({ rotation: 'strict' });
    await standin.control.fault({ kind: 'dropped', on: 'token', times: 1 });
    await expect(postRefresh()).rejects.toThrow(TypeError);
    const { refreshToken = '' } = await app.exchange(await app.authorize());
    await standin.control.fault({ kind: 'dropped', on: 'token', times: 1 });
    await expect(postRefresh(refreshToken)).rejects.toThrow(TypeError);
    expect((await postRefresh(refreshToken)).status).toBe(200);
  });

  it.each(['answer-lost', 'truncated'] as const)(
    'carries the request out, and the answer is %s',
    async (kind) => {
      await standin.control.set({ rotation: 'strict' });
      const { refreshToken = '' } = await app.exchange(await app.authorize());
      await standin.control.fault({ kind, on: 'token', times: 1 });
      await expect(postRefresh(refreshToken).then((response) => response.json())).rejects.toThrow();
      // The server rotated, and the client never learned the new token.
      expect((await postRefresh(refreshToken)).status).toBe(400);
      tokens = await app.exchange(await app.authorize());
    },
  );

  it('truncates an answer of the API under its full length', async () => {
    await standin.control.fault({ kind: 'truncated', times: 1 });
    const response = await getMe();
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow();
  });

  it('holds an answer back, alone and together with another fault', async () => {
    await standin.control.fault({ kind: 'slow', delayMs: 150 });
    const start = performance.now();
    expect((await getMe()).status).toBe(200);
    expect(performance.now() - start).toBeGreaterThan(140);
    await standin.control.fault({ kind: 'rate-limited', times: 1 });
    expect((await getMe()).status).toBe(429);
    expect(performance.now() - start).toBeGreaterThan(290);
  });

  it('carries a slow refresh out even when the client gives up', async () => {
    await standin.control.set({ rotation: 'strict' });
    const { refreshToken = '' } = await app.exchange(await app.authorize());
    await standin.control.fault({ kind: 'slow', on: 'token', delayMs: 5000, times: 1 });
    const issued = (await standin.control.issuedTokens()).refreshTokens.length;
    const impatient = fetch(`${standin.accountsUrl}/api/token`, {
      method: 'POST',
      signal: AbortSignal.timeout(300),
      body: new URLSearchParams({
        grant_type: 'refresh_token',
        client_id: standin.clientId,
        refresh_token: refreshToken,
      }),
    });
    await expect(impatient).rejects.toThrow();
    expect((await standin.control.issuedTokens()).refreshTokens.length).toBe(issued + 1);
  });

  it('puts a captive portal in the way', async () => {
    await standin.control.fault({ kind: 'captive-portal', times: 1 });
    const response = await getMe();
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(response.status).toBe(200);
  });
});

describe('log and clock', () => {
  it('counts refreshes, and holds no token', async () => {
    await postRefresh();
    await getMe();
    const filter = { path: '/accounts/api/token', grantType: 'refresh_token', status: 200 };
    expect(await standin.control.count(filter)).toBe(1);
    expect(await standin.control.count({ path: '/v1/*' })).toBe(1);
    const text = JSON.stringify(await standin.control.requests());
    const { accessTokens, refreshTokens } = await standin.control.issuedTokens();
    for (const token of [...accessTokens, ...refreshTokens]) expect(text).not.toContain(token);
  });

  it('logs a dropped request without a status, with its fault', async () => {
    await standin.control.fault({ kind: 'dropped', times: 1 });
    await expect(getMe()).rejects.toThrow();
    expect(await standin.control.requests({ status: null })).toMatchObject([
      { path: '/v1/me', faults: ['dropped'] },
    ]);
  });

  it('tells its own time in every answer', async () => {
    await standin.control.set({ clockOffsetMs: -3 * 3_600_000 });
    const date = Date.parse((await getMe()).headers.get('date') ?? '');
    expect(Math.abs(date - (Date.now() - 3 * 3_600_000))).toBeLessThan(5000);
  });
});

describe('control over HTTP', () => {
  it('has the same levers', async () => {
    const remote = createControlClient(standin.controlUrl);
    expect(Object.keys(remote)).toEqual(Object.keys(standin.control));
    await remote.fault({ kind: 'forbidden', times: 1 });
    expect((await getMe()).status).toBe(403);
    expect(await remote.count({ status: 403 })).toBe(1);
    expect(await remote.issuedTokens()).toEqual(await standin.control.issuedTokens());
    expect((await remote.set({ deprecatedFields: true })).deprecatedFields).toBe(true);
    await remote.reset();
    expect((await remote.set()).deprecatedFields).toBe(false);
  });

  it('refuses what it does not understand', async () => {
    const remote = createControlClient(standin.controlUrl);
    const wrong: FaultInput = JSON.parse('{"kind":"meteor"}');
    await expect(remote.fault(wrong)).rejects.toThrow('kind');
    const response = await fetch(`${standin.controlUrl}/explode`, { method: 'POST' });
    expect(response.status).toBe(400);
  });
});

it('sends a person who wants to sign in wherever somebody in the way likes', async () => {
  await standin.control.fault({ kind: 'hijacked', to: '{redirect}elsewhere?state={state}' });
  const arrival = await app.authorize({ state: 'asked' });
  expect('redirect' in arrival && arrival.redirect.href).toBe(
    `${REDIRECT_URI}elsewhere?state=asked`,
  );
});
