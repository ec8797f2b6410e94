/** When playlists and liked songs are read, and what becomes of trouble. */
import { beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../../lib/domain/app-error.ts';
import type { History } from '../../../lib/history/history.ts';
import { createSavedRefresh } from '../../../lib/ingest/refresh-saved.ts';
import type { SavedJournal } from '../../../lib/ingest/saved-journal.ts';
import type { AccountClient, AccountClients } from '../../../lib/spotify/account-clients.ts';
import { newHistory } from '../history/rig.ts';
import { memoryStore } from '../spotify/memory-store.ts';
import { createSpotifyLists } from './spotify-lists.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const MIRA = { id: 'mira', clientId: 'app' };
const JO = { id: 'jo', clientId: 'app' };

let history: History;
let spotify: ReturnType<typeof createSpotifyLists>;
let journal: ReturnType<typeof memoryStore<SavedJournal>>;
let connected: (typeof MIRA)[];
let now: number;
let online: boolean;
let locked: boolean;
let closed: AppError | null;
let insisted: boolean[];
let changes: string[];
let waits: number[];

beforeEach(() => {
  ({ history } = newHistory());
  spotify = createSpotifyLists();
  spotify.library = ['a', 'b', 'c', 'd'];
  spotify.addPlaylist('one', ['a', 'b']);
  spotify.addPlaylist('theirs', [], { isClosed: true });
  journal = memoryStore<SavedJournal>({});
  connected = [MIRA];
  now = Date.UTC(2026, 10, 21);
  online = true;
  locked = false;
  closed = null;
  insisted = [];
  changes = [];
  waits = [];
});

const gate = {
  async pass() {
    if (closed) throw closed;
  },
  endBackoff: async () => undefined,
};
const clients: Pick<AccountClients, 'of'> = {
  of: (_, options) => {
    insisted.push(options?.insists ?? false);
    return { client: spotify.client, gate } as unknown as AccountClient;
  },
};

/** A background that has just started. */
function start() {
  return createSavedRefresh({
    accounts: async () => connected,
    clients: clients as AccountClients,
    lists: history.lists,
    journal,
    locks: navigator.locks,
    keepAlive: (work) => work(),
    isOnline: () => online,
    isLocked: async () => locked,
    wait: async (ms) => void waits.push(ms),
    now: () => now,
    onChange: (accountId) => void changes.push(accountId),
  });
}

describe('reading playlists and liked songs', () => {
  it('waits while the sign-ins are locked', async () => {
    locked = true;
    await start().refreshDue();
    expect(await start().state('mira')).toMatchObject({ playlistsAt: null, lastError: null });
  });

  it('happens once a day, and says how it went', async () => {
    await start().refreshDue();
    expect(await start().state('mira')).toEqual({
      playlistsAt: now,
      playlists: 2,
      refused: 1,
      unread: 0,
      libraryAt: now,
      songs: 4,
      reading: null,
      lastError: null,
    });
    expect(changes).toEqual(['mira', 'mira']);
    const asked = spotify.asked.length;
    expect(waits.length).toBeGreaterThanOrEqual(asked - 1);
    await start().refreshDue();
    expect(spotify.asked).toHaveLength(asked);
    now += DAY;
    await start().refreshDue();
    expect(spotify.asked.slice(asked)).toEqual(['playlists 0', 'library 0']);
    expect(insisted).toEqual([false, false]);
  });

  it('happens for the one account that was synced, when it is due', async () => {
    connected = [MIRA, JO];
    await start().refreshDue('jo');
    expect((await start().state('jo')).libraryAt).toBe(now);
    expect((await start().state('mira')).libraryAt).toBeNull();
  });

  it('happens at once for a person, who is told how it went', async () => {
    await start().refreshDue();
    spotify.library.unshift('new');
    expect(await start().refreshNow('mira')).toMatchObject({ songs: 5, lastError: null });
    expect(insisted).toEqual([false, true]);
    await expect(start().refreshNow('nobody')).rejects.toMatchObject({
      code: 'token/unknown-account',
    });
  });

  it('says how far it is', async () => {
    const refresh = start();
    const seen: unknown[] = [];
    spotify.meanwhile = () => void refresh.state('mira').then(({ reading }) => seen.push(reading));
    await refresh.refreshDue();
    expect(seen).toContainEqual({ what: 'playlists', done: 0, total: null });
    expect(seen).toContainEqual({ what: 'playlists', done: 1, total: 2 });
    expect(seen).toContainEqual({ what: 'library', done: 3, total: 4 });
  });

  it('is one reading for all who ask at the same time', async () => {
    const refresh = start();
    await Promise.all([refresh.refreshNow('mira'), refresh.refreshNow('mira')]);
    expect(spotify.asked.filter((request) => request === 'playlists 0')).toHaveLength(1);
  });

  it('keeps the trouble of one account from another', async () => {
    connected = [MIRA, JO];
    let requests = 0;
    spotify.fault = () => (++requests === 1 ? new AppError('api/unavailable') : null);
    await start().refreshDue();
    expect((await start().state('mira')).lastError?.error.code).toBe('api/unavailable');
    expect(await start().state('jo')).toMatchObject({ songs: 4, lastError: null });
  });
});

it('asks nothing for an account that was disconnected while it waited for its turn', async () => {
  connected = [MIRA, JO];
  spotify.meanwhile = () => void (connected = [MIRA]);
  await start().refreshDue();
  expect(spotify.asked.filter((request) => request === 'playlists 0')).toHaveLength(1);
  expect(await journal.get()).toEqual({});
});

describe('after a failure', () => {
  const fail = (error: AppError) => {
    spotify.fault = (request) => (request === 'library 3' ? error : null);
  };

  it.each([
    ['api/unavailable', HOUR],
    ['api/unreadable', HOUR],
    ['api/forbidden', DAY],
  ] as const)('%s: the next attempt waits', async (code, ms) => {
    fail(new AppError(code));
    await start().refreshDue();
    spotify.fault = () => null;
    const asked = spotify.asked.length;
    now += ms - 1;
    await start().refreshDue();
    expect(spotify.asked).toHaveLength(asked);
    now += 1;
    await start().refreshDue();
    expect(spotify.asked).toContain('library 3');
    expect(await start().state('mira')).toMatchObject({ songs: 4, lastError: null });
  });

  it('of Spotify’s limits, it goes on where it stopped as soon as the gate is open', async () => {
    fail(new AppError('api/rate-limited', { retryAt: now + 60_000 }));
    await start().refreshDue();
    expect((await start().state('mira')).lastError?.error.code).toBe('api/rate-limited');
    closed = new AppError('api/rate-limited', { retryAt: now + 60_000 });
    const asked = spotify.asked.length;
    await start().refreshDue();
    expect(spotify.asked).toHaveLength(asked);
    spotify.fault = () => null;
    closed = null;
    await start().refreshDue();
    expect(spotify.asked.slice(asked)).toEqual(['library 3']);
  });

  it('a person need not wait', async () => {
    fail(new AppError('api/unavailable'));
    await expect(start().refreshNow('mira')).rejects.toMatchObject({ code: 'api/unavailable' });
    spotify.fault = () => null;
    expect(await start().refreshNow('mira')).toMatchObject({ songs: 4, lastError: null });
  });

  it('without a network, nothing is asked', async () => {
    online = false;
    await expect(start().refreshNow('mira')).rejects.toMatchObject({ code: 'api/offline' });
    expect(spotify.asked).toEqual([]);
  });
});

it('leaves no trace of an account that is forgotten in the middle', async () => {
  const refresh = start();
  const forgotten: Promise<void>[] = [];
  spotify.meanwhile = () => {
    if (spotify.asked.length !== 2) return;
    connected = [];
    forgotten.push(refresh.forget('mira').then(() => history.deleteAccount('mira')));
  };
  await expect(refresh.refreshNow('mira')).rejects.toMatchObject({
    code: 'token/unknown-account',
  });
  await Promise.all(forgotten);
  expect(forgotten).toHaveLength(1);
  expect(spotify.asked).toHaveLength(2);
  expect(await history.accounts()).toEqual([]);
  expect(await journal.get()).toEqual({});
});
