/** Keeps playlists and liked songs up to date: once a day, and when a person asks. */
import type { Account } from '../domain/account.ts';
import { AppError, toErrorRecord } from '../domain/app-error.ts';
import type { SavedState } from '../domain/saved-state.ts';
import type { FetchedLists } from '../history/fetched-lists.ts';
import type { AccountClients } from '../spotify/account-clients.ts';
import type { Stored } from '../spotify/gate.ts';
import { collectSaved } from './collect-saved.ts';
import { isAnythingDue, isPlaylistDue, isRefused } from './saved-due.ts';
import { mayTryAgain, type SavedJournal } from './saved-journal.ts';

type SavedAccount = Pick<Account, 'id' | 'clientId'>;

export interface SavedRefreshOptions {
  /** Everybody who is connected. */
  accounts: () => Promise<readonly SavedAccount[]>;
  clients: AccountClients;
  lists: FetchedLists;
  /** See `SAVED_JOURNAL_ITEM`. */
  journal: Stored<SavedJournal>;
  locks: Pick<LockManager, 'request'>;
  /** Keeps the background awake until the work is done. */
  keepAlive: <T>(work: () => Promise<T>) => Promise<T>;
  /** False when this computer knows that it has no network. */
  isOnline: () => boolean;
  /** True while the sign-ins wait for their passphrase. */
  isLocked: () => Promise<boolean>;
  wait: (ms: number) => Promise<void>;
  now: () => number;
  /** Called when a reading begins and when it ends, so that pages can ask again. */
  onChange: (accountId: string) => void;
}

export interface SavedRefresh {
  /**
   * Reads now, however fresh all is; joins a reading under way.
   *
   * @throws AppError `token/…`, `api/…`, `history/…`; what was read until then is kept.
   */
  refreshNow(accountId: string): Promise<SavedState>;
  /**
   * What is due, of this account or of all, one after the other; Spotify's failures stand in their
   * states only. @throws AppError `history/…`.
   */
  refreshDue(accountId?: string): Promise<void>;
  state(accountId: string): Promise<SavedState>;
  /** Ends a reading and forgets the account; what was read belongs to its history. */
  forget(accountId: string): Promise<void>;
}

/** A few requests a second at most: a library of 10,000 songs takes a minute or two. */
const PAUSE_MS = 200;

interface Flight {
  end: AbortController;
  reading: SavedState['reading'];
  work: Promise<void>;
}

export function createSavedRefresh(options: SavedRefreshOptions): SavedRefresh {
  const { accounts, clients, lists, journal, locks, keepAlive, now, wait, onChange } = options;
  const running = new Map<string, Flight>();

  async function findAccount(accountId: string): Promise<SavedAccount> {
    const account = (await accounts()).find(({ id }) => id === accountId);
    if (!account) throw new AppError('token/unknown-account');
    return account;
  }

  function run(account: SavedAccount, asked: boolean): Promise<void> {
    const known = running.get(account.id);
    if (known) return known.work;
    const end = new AbortController();
    const flight: Flight = { end, reading: null, work: Promise.resolve() };
    running.set(account.id, flight);
    flight.work = start(account, flight, asked);
    return flight.work;
  }

  async function start(account: SavedAccount, flight: Flight, asked: boolean): Promise<void> {
    try {
      await keepAlive(() =>
        locks.request(`saved:${account.id}`, () => collect(account, flight, asked)),
      );
    } finally {
      running.delete(account.id);
      onChange(account.id);
    }
  }

  async function collect({ id, clientId }: SavedAccount, flight: Flight, asked: boolean) {
    const { signal } = flight.end;
    // Disconnected while it waited for its turn: nothing may be written of it any more.
    await findAccount(id);
    try {
      if (!options.isOnline()) throw new AppError('api/offline');
      const { client, gate } = clients.of({ id, clientId }, { insists: asked });
      if (asked) await gate.endBackoff();
      await gate.pass();
      onChange(id);
      await collectSaved({
        accountId: id,
        client,
        lists,
        now,
        pause: () => wait(PAUSE_MS),
        signal,
        asked,
        onReading: (reading) => void (flight.reading = reading),
      });
      await note(id, null);
    } catch (thrown) {
      if (signal.aborted) throw new AppError('token/unknown-account', {}, { cause: thrown });
      await note(id, thrown);
      throw thrown;
    }
  }

  async function note(accountId: string, thrown: unknown): Promise<void> {
    await journal.update((failures) => {
      const { [accountId]: _, ...others } = failures;
      if (thrown === null) return others;
      return { ...others, [accountId]: { at: now(), error: toErrorRecord(thrown) } };
    });
  }

  async function isDue(accountId: string): Promise<boolean> {
    if (!mayTryAgain((await journal.get())[accountId], now())) return false;
    return isAnythingDue(await lists.heads(accountId), now());
  }

  async function state(accountId: string): Promise<SavedState> {
    const { listedAt, playlists, library } = await lists.heads(accountId);
    return {
      playlistsAt: listedAt,
      playlists: playlists.length,
      refused: playlists.filter((playlist) => isRefused(playlist, now())).length,
      unread: playlists.filter((playlist) => isPlaylistDue(playlist, now())).length,
      libraryAt: library?.readAt ?? null,
      songs: library?.songs ?? 0,
      reading: running.get(accountId)?.reading ?? null,
      lastError: (await journal.get())[accountId] ?? null,
    };
  }

  return {
    async refreshNow(accountId) {
      await run(await findAccount(accountId), true);
      return state(accountId);
    },

    async refreshDue(accountId) {
      if (await options.isLocked()) return;
      for (const account of await accounts()) {
        if (accountId !== undefined && account.id !== accountId) continue;
        if (await isDue(account.id)) await run(account, false).catch(() => undefined);
      }
    },

    state,

    async forget(accountId) {
      running.get(accountId)?.end.abort();
      await locks.request(`saved:${accountId}`, () => note(accountId, null));
    },
  };
}
