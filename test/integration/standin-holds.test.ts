/** Requests that the stand-in keeps standing, so that something can happen meanwhile. */
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { createApp, type App, type Tokens } from '../standin/connect.ts';
import { startStandin, type Standin } from '../standin/index.ts';
import { waitUntil } from '../support/wait-until.ts';

let standin: Standin;
let app: App;
let tokens: Tokens;

beforeAll(async () => {
  standin = await startStandin({ rotation: 'strict' });
  app = createApp(standin);
  tokens = await app.connect('Mira');
});
afterEach(() => standin.control.reset());
afterAll(() => standin.close());

const issued = async () => (await standin.control.issuedTokens()).refreshTokens.length;

async function refresh(): Promise<void> {
  tokens = await app.refresh(tokens.refreshToken ?? '');
}

it('keeps a request at the door, uncarried out, until it is let in', async () => {
  const before = await issued();
  await standin.control.fault({ kind: 'held', at: 'request', on: 'token', times: 1 });
  const refreshing = refresh();
  expect(await standin.control.whenHeld()).toBe('/accounts/api/token');
  expect(await issued()).toBe(before);
  expect(await standin.control.release()).toBe(1);
  await refreshing;
  expect(await issued()).toBe(before + 1);
});

it('keeps an answer back after the request was carried out', async () => {
  const before = await issued();
  await standin.control.fault({ kind: 'held', at: 'answer', on: 'token', times: 1 });
  const refreshing = refresh();
  await standin.control.whenHeld();
  expect(await issued()).toBe(before + 1);
  expect(await standin.control.requests({ grantType: 'refresh_token' })).toMatchObject([
    { endedAt: null },
  ]);
  await standin.control.release();
  await refreshing;
  const [logged] = await standin.control.requests({ grantType: 'refresh_token' });
  expect(logged?.endedAt).toBeGreaterThanOrEqual(logged?.at ?? Infinity);
});

it('carries out a request whose sender has gone meanwhile', async () => {
  const before = await issued();
  await standin.control.fault({ kind: 'held', at: 'request', on: 'token', times: 1 });
  const sender = new AbortController();
  const body = new URLSearchParams({
    grant_type: 'refresh_token',
    client_id: standin.clientId,
    refresh_token: tokens.refreshToken ?? '',
  });
  const url = `${standin.accountsUrl}/api/token`;
  const sending = fetch(url, { method: 'POST', body, signal: sender.signal });
  await standin.control.whenHeld();
  sender.abort();
  await expect(sending).rejects.toThrow();
  await waitUntil('the connection to go', async () => {
    const [logged] = await standin.control.requests({ grantType: 'refresh_token' });
    return logged?.endedAt;
  });
  await standin.control.release();
  await waitUntil('a token that nobody gets', async () => (await issued()) > before);
  tokens = await app.connect('Mira');
});

it('drops what is held instead, when told to or when all is reset', async () => {
  for (const drop of [
    () => standin.control.release({ drop: true }),
    () => standin.control.reset(),
  ]) {
    const before = await issued();
    await standin.control.fault({ kind: 'held', at: 'request', on: 'token', times: 1 });
    const refused = expect(refresh()).rejects.toThrow();
    await standin.control.whenHeld();
    await drop();
    await refused;
    expect(await issued()).toBe(before);
  }
});
