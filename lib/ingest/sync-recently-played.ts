/** Collects what was played lately: when the alarm rings, at start-up, and when a person asks. */
import { collectRecent } from './collect-recent.ts';
import { hasElapsed } from './elapsed.ts';
import { learnDetails } from './learn-details.ts';
import type { SnapshotWriter } from './rewrite-snapshot.ts';
import { FIRST_ENTRY, type Journal, type JournalEntry } from './sync-journal.ts';
import { nextSyncAt, scheduleSync, SYNC_ALARM, type SyncAlarms } from './sync-schedule.ts';
import type { TopLists } from './top-lists.ts';
import type { Account } from '../domain/account.ts';
import { AppError, toErrorRecord } from '../domain/app-error.ts';
import { INITIAL_SYNC_STATE, type SyncReport, type SyncState } from '../domain/sync-state.ts';
import type { History } from '../history/history.ts';
import type { AccountClients } from '../spotify/account-clients.ts';
import type { SpotifyClient } from '../spotify/client.ts';
import type { Stored } from '../spotify/gate.ts';

type SyncedAccount = Pick<Account, 'id' | 'clientId'>;

export interface SyncOptions {
  /** Everybody who is connected. */
  accounts: () => Promise<readonly SyncedAccount[]>;
  clients: AccountClients;
  history: Pick<History, 'appendLive' | 'liveCursor' | 'fold' | 'details' | 'noteDetails'>;
  /** See `JOURNAL_ITEM`. */
  journal: Stored<Journal>;
  snapshots: SnapshotWriter;
  topLists: TopLists;
  alarms: SyncAlarms;
  locks: Pick<LockManager, 'request'>;
  /** Keeps the background awake until the work is done. */
  keepAlive: <T>(work: () => Promise<T>) => Promise<T>;
  /** False when this computer knows that it has no network. */
  isOnline: () => boolean;
  /** True while the sign-ins wait for their passphrase: so does collecting. */
  isLocked: () => Promise<boolean>;
  now: () => number;
  /** Called when a sync begins in earnest and when it ends, so that pages can ask again. */
  onChange: (accountId: string) => void;
}

export interface Sync {
  /**
   * Collects now, ending our own back-off, the access token's too, but not a wait that Spotify
   * named. Joins a sync that is under way.
   *
   * @throws AppError `token/…` (signed out, unknown account), `api/offline`, `api/rate-limited` and
   * `api/quota-exceeded` (with `retryAt`), `api/unavailable`, `api/unauthorized`, `api/forbidden`,
   * `api/unreadable`, `history/…`.
   */
  syncNow(accountId: string): Promise<SyncReport>;
  /** All accounts, one after the other; what goes wrong with one stands in its state only. */
  syncDue(): Promise<void>;
  isSyncing(accountId: string): boolean;
  /** Resolves once no sync is running: for what should not come in its way. */
  untilIdle(): Promise<void>;
  state(accountId: string): Promise<SyncState>;
  /** Answers whether the alarm is its own, once the sync is over. */
  handleAlarm(name: string): Promise<boolean>;
  /** Sets the alarm, without putting off one that is already to ring sooner. */
  schedule(intervalMinutes: number): Promise<void>;
  /** UTC ms; null when no alarm is set. */
  nextSyncAt(): Promise<number | null>;
  /** Times, cursors and counts for the diagnostics; no names, no tokens. */
  diagnostics(accountId: string): Promise<Record<string, unknown>>;
  /** Removes everything but the history, once a running sync has ended. */
  forget(accountId: string): Promise<void>;
}

/** Plays that arrive late lie before the cursor: so often, everything Spotify has is looked at. */
const WHOLE_EVERY_MS = 3_600_000;

/** A start-up that an alarm caused would ask twice within a moment. */
const FRESH_MS = 30_000;

export function createSync(options: SyncOptions): Sync {
  const { accounts, clients, history, journal, snapshots, topLists } = options;
  const { alarms, keepAlive, locks, now, onChange } = options;
  const running = new Map<string, Promise<SyncReport>>();

  async function entryOf(accountId: string): Promise<JournalEntry> {
    return (await journal.get())[accountId] ?? FIRST_ENTRY;
  }

  async function note(accountId: string, change: Partial<JournalEntry>): Promise<void> {
    await journal.update((entries) => ({
      ...entries,
      [accountId]: { ...(entries[accountId] ?? FIRST_ENTRY), ...change },
    }));
  }

  async function findAccount(accountId: string): Promise<SyncedAccount> {
    const account = (await accounts()).find(({ id }) => id === accountId);
    if (!account) throw new AppError('token/unknown-account');
    return account;
  }

  function run(accountId: string, asked: boolean): Promise<SyncReport> {
    const flight = running.get(accountId) ?? start(accountId, asked);
    running.set(accountId, flight);
    return flight;
  }

  async function start(accountId: string, asked: boolean): Promise<SyncReport> {
    let begun = false;
    const begin = () => {
      begun = true;
      onChange(accountId);
    };
    try {
      return await keepAlive(() =>
        locks.request(`sync:${accountId}`, () => syncInLock(accountId, asked, begin)),
      );
    } finally {
      running.delete(accountId);
      if (begun) onChange(accountId);
    }
  }

  async function syncInLock(accountId: string, asked: boolean, begin: () => void) {
    const account = await findAccount(accountId);
    try {
      return await syncAccount(account, asked, begin);
    } catch (error) {
      // A day that ends without a sync ends all the same: figures of yesterday are not today's.
      await keepFiguresCurrent(accountId).catch(() => undefined);
      throw error;
    }
  }

  async function syncAccount(account: SyncedAccount, asked: boolean, begin: () => void) {
    if (await options.isLocked()) throw new AppError('token/locked');
    if (!options.isOnline()) throw new AppError('api/offline');
    const { client, gate } = clients.of(account, { insists: asked });
    if (asked) await gate.endBackoff();
    await gate.pass();
    begin();
    try {
      return await collect(account.id, client, asked);
    } catch (error) {
      await note(account.id, { lastError: { at: now(), error: toErrorRecord(error) } });
      throw error;
    }
  }

  async function keepFiguresCurrent(accountId: string): Promise<void> {
    const { last, snapshotDue } = await entryOf(accountId);
    if (last === null && !snapshotDue) return;
    const isNew = await snapshots.rewrite(accountId, null, { changed: snapshotDue });
    if (snapshotDue) await note(accountId, { snapshotDue: false });
    if (isNew) onChange(accountId);
  }

  async function collect(accountId: string, client: SpotifyClient, asked: boolean) {
    const before = await entryOf(accountId);
    const whole = asked || hasElapsed(before.wholeAt, WHOLE_EVERY_MS, now());
    // Written ahead: a background that dies after adding plays knows what is left to do.
    await note(accountId, { snapshotDue: true });
    const { report, unreadable, foldDue, details } = await collectRecent({
      accountId,
      client,
      history,
      now,
      whole,
    }).catch(async (error: unknown) => {
      // Nothing was added: a later failure need not read the whole history again.
      await note(accountId, { snapshotDue: before.snapshotDue });
      throw error;
    });
    await note(accountId, {
      last: report,
      lastError: null,
      unreadable,
      wholeAt: whole ? report.at : before.wholeAt,
    });
    // What is heard now need not be asked for later; without it, it will be.
    if (report.added > 0) await learnDetails(history, accountId, details).catch(() => undefined);
    if (foldDue) await history.fold(accountId);
    await snapshots.rewrite(accountId, client, { changed: before.snapshotDue || report.added > 0 });
    await note(accountId, { snapshotDue: false });
    return report;
  }

  async function syncDue(): Promise<void> {
    for (const { id } of await accounts()) {
      const { last } = await entryOf(id);
      if (hasElapsed(last?.at ?? null, FRESH_MS, now()))
        await run(id, false).catch(() => undefined);
    }
  }

  async function state(accountId: string): Promise<SyncState> {
    const account = (await accounts()).find(({ id }) => id === accountId);
    if (!account) return INITIAL_SYNC_STATE;
    const { last, lastError } = await entryOf(accountId);
    return { ...(await clients.of(account).gate.state()), last, lastError };
  }

  return {
    syncNow: (accountId) => run(accountId, true),
    syncDue,
    isSyncing: (accountId) => running.has(accountId),
    async untilIdle() {
      await Promise.allSettled(running.values());
    },
    state,
    async handleAlarm(name) {
      if (name !== SYNC_ALARM) return false;
      await syncDue();
      return true;
    },
    schedule: (intervalMinutes) => scheduleSync(alarms, intervalMinutes, now()),
    nextSyncAt: () => nextSyncAt(alarms),

    async diagnostics(accountId) {
      return {
        ...(await state(accountId)),
        cursor: await history.liveCursor(accountId).catch(asError),
        ...(await entryOf(accountId)),
        topListsDue: await topLists.isDue(accountId),
        nextSyncAt: await nextSyncAt(alarms),
      };
    },

    async forget(accountId) {
      await locks.request(`sync:${accountId}`, async () => {
        await journal.update((entries) =>
          Object.fromEntries(Object.entries(entries).filter(([id]) => id !== accountId)),
        );
        await clients.forget(accountId);
        await topLists.forget(accountId);
      });
    },
  };
}

function asError(thrown: unknown) {
  return { error: toErrorRecord(thrown) };
}
