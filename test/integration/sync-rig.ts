/** Collecting as in the extension, but for the browser: real sign-in, Web API client and history. */
import 'fake-indexeddb/auto';
import { openHistory } from '../../lib/history/open-history.ts';
import type { DetailMemory } from '../../lib/ingest/detail-memory.ts';
import { createEnrichment } from '../../lib/ingest/enrich.ts';
import { learnDetails } from '../../lib/ingest/learn-details.ts';
import { createSnapshotWriter } from '../../lib/ingest/rewrite-snapshot.ts';
import { createSavedRefresh, type SavedRefreshOptions } from '../../lib/ingest/refresh-saved.ts';
import type { SavedJournal } from '../../lib/ingest/saved-journal.ts';
import type { Journal } from '../../lib/ingest/sync-journal.ts';
import { createSync } from '../../lib/ingest/sync-recently-played.ts';
import { createTopLists, type TopListCache } from '../../lib/ingest/top-lists.ts';
import {
  createAccountClients,
  type AccessTokenOptions,
} from '../../lib/spotify/account-clients.ts';
import type { Gates } from '../../lib/spotify/gate.ts';
import { createApp, type Tokens } from '../standin/connect.ts';
import { startStandin, type StandinOptions } from '../standin/index.ts';
import { memoryStore } from '../unit/spotify/memory-store.ts';

const NAMES = { mira: 'Mira', tomas: 'Tomás' } as const;
type Key = keyof typeof NAMES;

let histories = 0;

export async function createSyncRig(options: StandinOptions = {}) {
  const standin = await startStandin(options);
  const { control, listeners } = standin;
  const history = openHistory({ name: `history-${(histories += 1)}` });
  const savedJournal = memoryStore<SavedJournal>({});
  const [detailMemory, gates, journal, tops] = [
    memoryStore<DetailMemory>({ allowances: {}, pauses: {} }),
    memoryStore<Gates>({}),
    memoryStore<Journal>({}),
    memoryStore<TopListCache>({}),
  ];
  const apps = new Map<string, { app: ReturnType<typeof createApp>; tokens: Tokens }>();
  let aheadMs = 0;
  const now = () => Date.now() + aheadMs;

  async function accessToken(accountId: string, { rejected }: AccessTokenOptions): Promise<string> {
    const connected = apps.get(accountId);
    if (!connected) throw new Error(`${accountId} is not connected`);
    if (rejected !== undefined) {
      const { refreshToken } = connected.tokens;
      const fresh = await connected.app.refresh(refreshToken ?? '');
      connected.tokens = { ...fresh, refreshToken: fresh.refreshToken ?? refreshToken };
    }
    return connected.tokens.accessToken;
  }

  const clients = createAccountClients({
    apiUrl: standin.apiUrl,
    fetch,
    random: () => 0,
    gates,
    accessToken,
    now,
  });

  return {
    control,
    history,
    clients,
    idOf: (key: Key) => listeners[key].accountId,
    clientOf: (key: Key) =>
      clients.of({ id: listeners[key].accountId, clientId: standin.clientId }).client,

    async connect(key: Key) {
      const app = createApp(standin);
      apps.set(listeners[key].accountId, {
        app,
        tokens: await app.connect(listeners[key].displayName),
      });
    },

    /** Both clocks together. */
    async advance(ms: number) {
      aheadMs += ms;
      await control.advance({ ms });
    },

    /** A background that has just started, over what the last one left. */
    start() {
      const topLists = createTopLists({
        store: tops,
        learn: (accountId, details) => learnDetails(history, accountId, details),
        now,
      });
      return createSync({
        accounts: async () => [...apps.keys()].map((id) => ({ id, clientId: standin.clientId })),
        clients,
        history,
        journal,
        snapshots: createSnapshotWriter({
          history,
          topLists,
          now,
          pause: async () => undefined,
          timeZone: () => 'Europe/Berlin',
        }),
        topLists,
        alarms: { set: async () => undefined, all: async () => new Map() },
        locks: navigator.locks,
        keepAlive: (work) => work(),
        isOnline: () => true,
        isLocked: async () => false,
        now,
        onChange: () => undefined,
      });
    },

    /** The part of such a background that reads playlists and liked songs. */
    startSaved(change: Partial<Pick<SavedRefreshOptions, 'wait' | 'locks'>> = {}) {
      return createSavedRefresh({
        accounts: async () => [...apps.keys()].map((id) => ({ id, clientId: standin.clientId })),
        clients,
        lists: history.lists,
        journal: savedJournal,
        locks: navigator.locks,
        keepAlive: (work) => work(),
        isOnline: () => true,
        isLocked: async () => false,
        wait: async () => undefined,
        now,
        onChange: () => undefined,
        ...change,
      });
    },

    /** What asks about music, as in a background that has just started, over what the last one left. */
    startEnrichment() {
      return createEnrichment({
        signedIn: async () => [...apps.keys()].map((id) => ({ id, clientId: standin.clientId })),
        clients,
        history,
        memory: detailMemory,
        isEnabled: async () => true,
        untilIdle: async () => undefined,
        alarms: { set: async () => undefined, all: async () => new Map() },
        keepAlive: (work) => work(),
        isOnline: () => true,
        now,
        // Its pace is tested elsewhere; here time only passes.
        wait: async (ms) => void (aheadMs += ms),
        onChange: () => undefined,
        onLearned: async () => undefined,
        onTrouble: (thrown) => {
          throw thrown;
        },
      });
    },

    async close() {
      history.close();
      await standin.close();
    },
  };
}

export type SyncRig = Awaited<ReturnType<typeof createSyncRig>>;
