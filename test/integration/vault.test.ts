/** The vault against a real authorization server: what it asks for is what the server understands. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Account } from '../../lib/domain/account.ts';
import { z } from '../../lib/domain/schema.ts';
import type { KeyValueArea } from '../../lib/platform/key-value.ts';
import { createStoredItem } from '../../lib/platform/stored-item.ts';
import { identify } from '../../lib/spotify/identify.ts';
import { createVault, type Vault } from '../../lib/vault/create-vault.ts';
import { createVaultDatabase } from '../../lib/vault/database.ts';
import { createDiskRows } from '../../lib/vault/disk-rows.ts';
import { REDIRECT_URI } from '../standin/connect.ts';
import { startStandin, type Standin } from '../standin/index.ts';
import { createPerson, passSignIn, type Person } from '../standin/person.ts';

const DAY = 86_400_000;

let standin: Standin;
let person: Person;
let vault: Vault;
/** Follows the stand-in's clock, as a computer's clock follows the world's. */
let now: number;
/** What the person does with the pages of the sign-in window. */
let buttons: string[];
let session: Map<string, unknown>;
let alarms: Map<string, number>;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  standin = await startStandin();
  person = createPerson();
  now = await standin.control.now();
  buttons = ['Sign in as Mira', 'Agree'];
  session = new Map();
  alarms = new Map();
  vault = createVaultHere();
});
afterEach(() => standin.close());

function area(values: Map<string, unknown>): KeyValueArea {
  return {
    get: (key) => Promise.resolve(structuredClone(values.get(key))),
    set: (key, value) => Promise.resolve(void values.set(key, structuredClone(value))),
    remove: (key) => Promise.resolve(void values.delete(key)),
    keys: () => Promise.resolve([...values.keys()]),
  };
}

function createVaultHere(): Vault {
  const database = createVaultDatabase();
  const endpoints = {
    accountsUrl: standin.accountsUrl,
    apiUrl: standin.apiUrl,
    plainHttp: true,
    clientId: null,
  };
  return createVault({
    endpoints,
    rows: createDiskRows(database),
    database,
    session: area(session),
    local: area(new Map()),
    accounts: createStoredItem({
      area: area(new Map()),
      key: 'accounts',
      version: 1,
      schema: z.array(Account),
      fallback: [],
    }),
    identity: {
      redirectUri: () => REDIRECT_URI,
      launch: (url, { interactive }) => passSignIn(person, url, { buttons, interactive }),
      closeWindow: () => Promise.resolve(),
      closeWindowsAt: () => Promise.resolve(),
    },
    identify: (accessToken) => identify(accessToken, { apiUrl: standin.apiUrl, fetch }),
    alarms: {
      set: (name, { at }) => Promise.resolve(void alarms.set(name, at)),
      clear: (name) => Promise.resolve(void alarms.delete(name)),
      all: () => Promise.resolve(new Map(alarms)),
    },
    keepAlive: (work) => work(),
    locks: navigator.locks,
    fetch: (url, init) => fetch(url, init),
    hasHostAccess: () => Promise.resolve(true),
    memoryOnly: () => Promise.resolve(false),
    onChange: () => undefined,
    now: () => now,
    random: Math.random,
    wait: () => Promise.resolve(),
    timeout: (ms) => AbortSignal.timeout(ms),
  });
}

const signIn = (renew: string | null = null) => vault.signIn({ clientId: standin.clientId, renew });

async function advance(days: number): Promise<void> {
  now = await standin.control.advance({ days });
}

const me = async (accountId: string) => {
  const { accessToken } = await vault.getAccessToken(accountId);
  return identify(accessToken, { apiUrl: standin.apiUrl, fetch });
};

describe('signing in', () => {
  it('connects the account that /me names', async () => {
    const { accountId } = standin.listeners.mira;
    expect(await signIn()).toBe(accountId);
    expect(await me(accountId)).toMatchObject({ id: accountId });
  });

  it('adds another listener beside the first', async () => {
    const mira = await signIn();
    person.forgetCookies();
    buttons = ['Sign in as Tomás', 'Agree'];
    const tomas = await signIn();
    expect((await me(mira)).id).toBe(standin.listeners.mira.accountId);
    expect((await me(tomas)).id).toBe(standin.listeners.tomas.accountId);
  });

  it.each([
    ['denied', 'oauth/denied', () => (buttons = ['Sign in as Mira', 'Cancel'])],
    ['closed', 'oauth/cancelled', () => (buttons = [])],
    [
      'with another client',
      'oauth/wrong-client',
      () => standin.control.set({ clientIds: ['f'.repeat(32)] }),
    ],
    [
      'with another redirect URI',
      'oauth/redirect-mismatch',
      () => standin.control.set({ redirectUris: ['https://elsewhere.chromiumapp.org/'] }),
    ],
    ['unregistered', 'oauth/not-allowed', () => standin.control.set({ userRegistered: false })],
    [
      'in an outage',
      'oauth/unavailable',
      () => standin.control.fault({ kind: 'server-error', on: 'authorize' }),
    ],
    [
      'when the exchange is dropped',
      'oauth/offline',
      () => standin.control.fault({ kind: 'dropped', on: 'token' }),
    ],
    ['with a wrong clock', 'oauth/clock-skew', () => (now += DAY)],
  ])('(%s) is %s', async (_, code, arrange) => {
    await arrange();
    await expect(signIn()).rejects.toMatchObject({ code });
    expect(await vault.accounts()).toEqual([]);
    expect([...session.keys(), ...alarms.keys()]).toEqual([]);
  });

  it('is offline when nobody answers', async () => {
    await standin.control.fault({ kind: 'dropped', on: 'authorize' });
    await expect(signIn()).rejects.toMatchObject({ code: 'oauth/offline' });
  });
});

describe('refreshing', () => {
  it.each(['none', 'grace', 'strict'] as const)(
    'goes on and on with rotation "%s"',
    async (rotation) => {
      await standin.control.set({ rotation });
      const id = await signIn();
      for (let i = 0; i < 4; i += 1) await vault.refreshNow(id);
      expect((await me(id)).id).toBe(id);
      vault = createVaultHere();
      // Its account list is empty, too: the rows are enough.
      expect(await vault.accounts()).toEqual([]);
      await vault.start();
      expect(await vault.refreshNow(id)).toMatchObject({ status: 'connected', lastError: null });
    },
  );

  it.each(['dropped', 'truncated', 'answer-lost', 'captive-portal', 'server-error'] as const)(
    'survives an answer that is %s, and sends the same token again',
    async (kind) => {
      await standin.control.set({ rotation: 'grace' });
      const id = await signIn();
      await standin.control.fault({ kind, on: 'token', times: 1 });
      await expect(vault.refreshNow(id)).rejects.toMatchObject({ code: 'token/unavailable' });
      expect(await vault.refreshNow(id)).toMatchObject({ status: 'connected', lastError: null });
    },
  );

  it.each(['json', 'none', 'text'] as const)('waits as a rate limit (%s) asks', async (body) => {
    const id = await signIn();
    await standin.control.fault({
      kind: 'rate-limited',
      on: 'token',
      retryAfterSeconds: 90,
      times: 1,
      body,
    });
    await expect(vault.refreshNow(id)).rejects.toMatchObject({
      code: 'token/rate-limited',
      data: { retryAt: now + 90_000 },
    });
    now += 90_000;
    expect(await vault.refreshNow(id)).toMatchObject({ status: 'connected' });
  });

  it('heals a false revocation without a person', async () => {
    const id = await signIn();
    await standin.control.fault({ kind: 'invalid-grant', on: 'token', times: 1 });
    expect(await vault.refreshNow(id)).toMatchObject({ status: 'connected', authorizedAt: now });
  });

  it('tells the person when access was taken back', async () => {
    const id = await signIn();
    await standin.control.revoke({ listener: 'mira' });
    await expect(vault.refreshNow(id)).rejects.toMatchObject({
      code: 'token/reauthorize',
      data: { reason: 'revoked' },
    });
    expect(await signIn(id)).toBe(id);
    expect((await me(id)).id).toBe(id);
  });

  it('keeps the token when the client ID is not known any more', async () => {
    const id = await signIn();
    await standin.control.set({ clientIds: ['f'.repeat(32)] });
    await expect(vault.refreshNow(id)).rejects.toMatchObject({ code: 'token/misconfigured' });
    await standin.control.set({ clientIds: [standin.clientId] });
    expect(await vault.refreshNow(id)).toMatchObject({ status: 'connected' });
  });

  it('stays connected beyond six months where the browser is signed in to Spotify', async () => {
    const id = await signIn();
    for (const days of [151, 100]) {
      await advance(days);
      await vault.handleAlarm(`vault.silent:${id}`);
      expect(await vault.refreshNow(id)).toMatchObject({ status: 'connected' });
    }
  });

  it('says that six months are over where it is not', async () => {
    const id = await signIn();
    person.forgetCookies();
    await advance(184);
    await expect(vault.refreshNow(id)).rejects.toMatchObject({
      code: 'token/reauthorize',
      data: { reason: 'expired-after-six-months' },
    });
    expect(await signIn(id)).toBe(id);
  });

  it("does not take another listener's grant for its own", async () => {
    const id = await signIn();
    person.forgetCookies();
    buttons = ['Sign in as Tomás', 'Agree'];
    await expect(signIn(id)).rejects.toMatchObject({ code: 'oauth/other-account' });
    await standin.control.revoke({ listener: 'mira' });
    await expect(vault.refreshNow(id)).rejects.toMatchObject({ code: 'token/reauthorize' });
    expect((await vault.accounts()).map(({ id: known }) => known)).toEqual([id]);
  });
});
