import { expect, it } from 'vitest';
import { createOverview } from '../../../entrypoints/background/overview.ts';
import { IMPORTED_ACCOUNT_ID, SAMPLE_ACCOUNT_ID } from '../../../lib/domain/account-ids.ts';
import { AppError } from '../../../lib/domain/app-error.ts';
import type { DetailState } from '../../../lib/domain/detail-state.ts';
import type { PassphraseState } from '../../../lib/domain/passphrase.ts';
import { z } from '../../../lib/domain/schema.ts';
import { DEFAULT_SETTINGS } from '../../../lib/domain/settings.ts';
import type { Extent } from '../../../lib/history/history.ts';
import { Overview } from '../../../lib/messages/contract.ts';
import { accountView, HOUR_MS, MINUTE_MS, NOW, snapshotOf } from '../ui/fixtures.ts';

type Options = Parameters<typeof createOverview>[0];

const { sync: SYNC, token: TOKEN } = accountView();
const SYNC_AT = NOW + 3 * MINUTE_MS;

function setUp() {
  const world = {
    ids: ['ada', 'ben'],
    token: (id: string) => Promise.resolve({ ...TOKEN, accountId: id }),
    sync: () => Promise.resolve(SYNC),
    snapshot: (id: string) => Promise.resolve<ReturnType<typeof snapshotOf> | null>(snapshotOf(id)),
    former: () => Promise.resolve([{ account: accountView('cy').account, streams: 4, since: 5 }]),
    extent: (_id: string) => Promise.resolve<Extent>({ streams: 0, firstAt: null, lastAt: null }),
    selected: 'ben' as string | null,
    passphrase: () => Promise.resolve<PassphraseState>('off'),
    details: (accountId: string): Promise<DetailState> =>
      Promise.resolve({ accountId, status: 'done', reason: null, until: null, counts: null }),
  };
  const options: Options = {
    vault: {
      accounts: async () => world.ids.map((id) => accountView(id).account),
      state: (id) => world.token(id),
      isSigningIn: () => false,
      passphraseState: () => world.passphrase(),
    },
    sync: {
      state: () => world.sync(),
      nextSyncAt: async () => SYNC_AT,
      isSyncing: (id) => id === 'ben',
    },
    history: {
      readSnapshot: (id) => world.snapshot(id),
      extent: (id) => world.extent(id),
    },
    enrichment: { state: (id) => world.details(id) },
    former: { all: () => world.former() },
    settings: { get: async () => DEFAULT_SETTINGS },
    losses: { get: async () => ({ history: null, settings: 5, passphrase: null }) },
    selected: { get: async () => world.selected },
    revisions: { current: () => 7 },
    identity: { redirectUri: () => 'https://example.org/' },
    endpoints: { clientId: null },
    hostAccess: async () => true,
  };
  return { world, get: async () => z.parse(Overview, await createOverview(options).get()) };
}

const damaged = () => Promise.reject(new AppError('history/damaged'));

it('tells of every account, and when its figures were counted', async () => {
  const { get } = setUp();
  const overview = await get();
  expect(overview).toMatchObject({ revision: 7, selectedId: 'ben', former: [{ streams: 4 }] });
  expect(overview.accounts.map(({ account, syncing }) => [account.id, syncing])).toEqual([
    ['ada', false],
    ['ben', true],
  ]);
  const { streams, since, lastSevenDays, computedAt } = snapshotOf();
  const kept = { streams, since, lastSevenDays, countedAt: computedAt };
  expect(overview.accounts[0]).toMatchObject({ nextSyncAt: SYNC_AT, kept });
});

it('tells of listening that was imported without an account, and of samples, once there is some', async () => {
  const { world, get } = setUp();
  expect(await get()).toMatchObject({ imported: null, sample: null });
  world.extent = async (id) => ({
    streams: id === IMPORTED_ACCOUNT_ID ? 3 : id === SAMPLE_ACCOUNT_ID ? 5 : 0,
    firstAt: 5,
    lastAt: 9,
  });
  expect(await get()).toMatchObject({
    imported: { accountId: IMPORTED_ACCOUNT_ID, streams: 3, since: 5 },
    sample: { accountId: SAMPLE_ACCOUNT_ID, streams: 5, since: 5 },
    selectedId: 'ben',
  });
  world.selected = SAMPLE_ACCOUNT_ID;
  expect((await get()).selectedId).toBe(SAMPLE_ACCOUNT_ID);
});

it('tells how far details are fetched, of all whose listening is here', async () => {
  const { world, get } = setUp();
  world.extent = async () => ({ streams: 3, firstAt: 5, lastAt: 9 });
  const { details } = await get();
  const ids = details.map(({ accountId }) => accountId);
  expect(ids).toEqual(['ada', 'ben', IMPORTED_ACCOUNT_ID, 'cy']);
  world.details = damaged;
  expect((await get()).details).toEqual([]);
});

it('plans no sync before a wait is over, and none for who is signed out', async () => {
  const { world, get } = setUp();
  world.sync = () => Promise.resolve({ ...SYNC, notBefore: NOW + HOUR_MS });
  expect((await get()).accounts[0]?.nextSyncAt).toBe(NOW + HOUR_MS);
  world.token = () => Promise.resolve({ ...TOKEN, status: 'reauthorize' });
  expect((await get()).accounts[0]?.nextSyncAt).toBeNull();
  world.token = () => Promise.resolve({ ...TOKEN, status: 'locked' });
  expect((await get()).accounts[0]?.nextSyncAt).toBeNull();
});

it('says that the sign-ins are locked, and hides nothing when nobody knows', async () => {
  const { world, get } = setUp();
  world.passphrase = () => Promise.resolve('locked');
  expect((await get()).passphrase).toBe('locked');
  world.passphrase = () => Promise.reject(new AppError('token/unavailable'));
  expect(await get()).toMatchObject({ passphrase: 'off', accounts: [{}, {}] });
});

it('shows the accounts when the history cannot be read', async () => {
  const { world, get } = setUp();
  world.snapshot = (id) => (id === 'ada' ? damaged() : Promise.resolve(snapshotOf(id)));
  world.former = damaged;
  world.extent = damaged;
  const overview = await get();
  expect(overview.accounts.map(({ kept }) => kept?.streams ?? null)).toEqual([null, 1234]);
  expect(overview.former).toEqual([]);
  expect(overview.imported).toBeNull();
});

it('leaves out an account that is disconnected at this moment, and selects another', async () => {
  const { world, get } = setUp();
  world.token = (id) =>
    id === 'ben'
      ? Promise.reject(new AppError('token/unknown-account'))
      : Promise.resolve({ ...TOKEN, accountId: id });
  const overview = await get();
  expect(overview.accounts.map(({ account }) => account.id)).toEqual(['ada']);
  expect(overview.selectedId).toBe('ada');
});

it('hides no other failure', async () => {
  const { world, get } = setUp();
  world.token = () => Promise.reject(new Error('the store is closed'));
  await expect(get()).rejects.toThrow('the store is closed');
});
