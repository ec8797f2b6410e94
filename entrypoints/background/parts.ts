/** The parts of the background, each made with the real thing it needs. */
import { Account } from '../../lib/domain/account.ts';
import { toErrorRecord } from '../../lib/domain/app-error.ts';
import type { Endpoints } from '../../lib/domain/endpoints.ts';
import { z } from '../../lib/domain/schema.ts';
import { displayTimeZone } from '../../lib/domain/display.ts';
import { DEFAULT_SETTINGS, Settings } from '../../lib/domain/settings.ts';
import { openHistory } from '../../lib/history/open-history.ts';
import { DETAIL_MEMORY_ITEM } from '../../lib/ingest/detail-memory.ts';
import { createEnrichment } from '../../lib/ingest/enrich.ts';
import { learnDetails } from '../../lib/ingest/learn-details.ts';
import { createNowPlaying } from '../../lib/ingest/now-playing.ts';
import { createSavedRefresh } from '../../lib/ingest/refresh-saved.ts';
import { createSnapshotWriter } from '../../lib/ingest/rewrite-snapshot.ts';
import { SAVED_JOURNAL_ITEM } from '../../lib/ingest/saved-journal.ts';
import { JOURNAL_ITEM } from '../../lib/ingest/sync-journal.ts';
import { createSync } from '../../lib/ingest/sync-recently-played.ts';
import { createTopLists, TOP_LISTS_ITEM } from '../../lib/ingest/top-lists.ts';
import { createRevisions } from '../../lib/messages/revision.ts';
import { browserAlarms } from '../../lib/platform/alarms.ts';
import { browserIdentity } from '../../lib/platform/identity.ts';
import { keepAlive } from '../../lib/platform/keep-alive.ts';
import { localArea, sessionArea } from '../../lib/platform/key-value.ts';
import { hasHostAccess } from '../../lib/platform/permissions.ts';
import { extensionVersion, openOptions } from '../../lib/platform/runtime.ts';
import { createStoredItem } from '../../lib/platform/stored-item.ts';
import { createAccountClients } from '../../lib/spotify/account-clients.ts';
import { GATES_ITEM } from '../../lib/spotify/gate.ts';
import { identify } from '../../lib/spotify/identify.ts';
import { createVault, type Vault } from '../../lib/vault/create-vault.ts';
import { createVaultDatabase } from '../../lib/vault/database.ts';
import { createDiskRows } from '../../lib/vault/disk-rows.ts';
import { createAttention } from './attention.ts';
import { createFaults } from './faults.ts';
import { createFormerAccounts } from './former-accounts.ts';
import { createLosses } from './losses.ts';
import { createWelcome } from './welcome.ts';

/** Read and checked when the extension was built. */
declare const ENDPOINTS: Endpoints;

export type Parts = ReturnType<typeof createParts>;

/** Builds everything; asks nothing of the browser yet but for its identity. */
export function createParts() {
  const endpoints = ENDPOINTS;
  const local = localArea();
  const session = sessionArea();
  const alarms = browserAlarms();
  const identity = browserIdentity();
  const revisions = createRevisions();
  const faults = createFaults(session);
  const now = Date.now;

  const settings = createStoredItem({
    area: local,
    key: 'settings',
    version: 1,
    schema: Settings,
    fallback: DEFAULT_SETTINGS,
  });
  const accounts = createStoredItem({
    area: local,
    key: 'accounts',
    version: 1,
    schema: z.array(Account),
    fallback: [],
  });
  const selected = createStoredItem({
    area: local,
    key: 'selected-account',
    version: 1,
    schema: z.nullable(z.string()),
    fallback: null,
  });

  const vaultDatabase = createVaultDatabase();
  const vault = createVault({
    endpoints,
    rows: createDiskRows(vaultDatabase),
    database: vaultDatabase,
    session,
    local,
    accounts,
    identity,
    identify: (accessToken) => identify(accessToken, { apiUrl: endpoints.apiUrl, fetch }),
    alarms,
    keepAlive,
    locks: navigator.locks,
    fetch,
    hasHostAccess,
    memoryOnly: async () => (await settings.get()).memoryOnlyTokens,
    onChange: changed,
    now,
    random: Math.random,
    wait,
    timeout: (ms) => AbortSignal.timeout(ms),
  });
  const attention = createAttention(vault);
  const isLocked = async () => (await vault.passphraseState()) === 'locked';

  const history = openHistory();
  const clients = createAccountClients({
    apiUrl: endpoints.apiUrl,
    fetch,
    random: Math.random,
    gates: createStoredItem({ area: local, ...GATES_ITEM }),
    accessToken: async (accountId, options) =>
      (await vault.getAccessToken(accountId, options)).accessToken,
    now,
  });
  const topLists = createTopLists({
    store: createStoredItem({ area: local, ...TOP_LISTS_ITEM }),
    learn: (accountId, details) => learnDetails(history, accountId, details),
    now,
  });
  const snapshots = createSnapshotWriter({
    history,
    topLists,
    now,
    pause: () => wait(0),
    timeZone: async () => displayTimeZone(await settings.get()),
  });
  const sync = createSync({
    accounts: () => vault.accounts(),
    clients,
    history,
    journal: createStoredItem({ area: local, ...JOURNAL_ITEM }),
    snapshots,
    topLists,
    alarms,
    isLocked,
    locks: navigator.locks,
    keepAlive,
    isOnline,
    now,
    onChange: changed,
  });
  const saved = createSavedRefresh({
    accounts: () => vault.accounts(),
    clients,
    lists: history.lists,
    isLocked,
    journal: createStoredItem({ area: local, ...SAVED_JOURNAL_ITEM }),
    locks: navigator.locks,
    keepAlive,
    isOnline,
    wait,
    now,
    onChange: changed,
  });
  const enrichment = createEnrichment({
    signedIn: () => findSignedIn(vault),
    clients,
    history,
    memory: createStoredItem({ area: local, ...DETAIL_MEMORY_ITEM }),
    isEnabled: async () => (await settings.get()).fetchDetails,
    untilIdle: () => sync.untilIdle(),
    alarms,
    keepAlive,
    isOnline,
    now,
    wait,
    onChange: changed,
    onLearned: (accountId) =>
      faults.watch('figures', () => snapshots.rewrite(accountId, null, { changed: true })),
    onTrouble: (thrown) => faults.note('details', toErrorRecord(thrown)),
  });
  const former = createFormerAccounts({ local, history, vault, sync, saved, enrichment });
  const nowPlaying = createNowPlaying({
    accounts: () => vault.accounts(),
    clients,
    history,
    isOnline,
    now,
  });

  /** Of all accounts that have figures by another clock than the one that is chosen. */
  async function recount(): Promise<void> {
    for (const accountId of await history.accounts()) {
      await snapshots.rewrite(accountId, null, { changed: false });
    }
  }

  const losses = createLosses({
    local,
    history,
    passphraseState: () => vault.passphraseState(),
    createMark: () => crypto.randomUUID(),
    now,
    changed,
  });

  /** Something a page or the badge shows may be different now. */
  function changed(): void {
    revisions.bump();
    void faults.watch('badge', () => attention.update());
  }

  return {
    welcome: createWelcome(local, openOptions),
    endpoints,
    alarms,
    identity,
    revisions,
    faults,
    settings,
    selected,
    vault,
    history,
    former,
    losses,
    sync,
    saved,
    enrichment,
    snapshots,
    nowPlaying,
    recount,
    hostAccess: hasHostAccess,
    version: extensionVersion,
    changed,
  };
}

/** `globalThis.fetch` itself must not be called as a method of something else. */
const fetch: typeof globalThis.fetch = (input, init) => globalThis.fetch(input, init);

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Those whose access token needs no person to be had. */
async function findSignedIn(vault: Pick<Vault, 'accounts' | 'states'>): Promise<Account[]> {
  const states = await vault.states();
  const connected = new Set(
    states.filter(({ status }) => status === 'connected').map(({ accountId }) => accountId),
  );
  return (await vault.accounts()).filter(({ id }) => connected.has(id));
}

function isOnline(): boolean {
  return navigator.onLine;
}
