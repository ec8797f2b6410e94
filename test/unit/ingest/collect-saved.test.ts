/** Playlists and liked songs, read as far as needed and never twice. */
import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../../lib/domain/app-error.ts';
import type { History } from '../../../lib/history/history.ts';
import { collectSaved } from '../../../lib/ingest/collect-saved.ts';
import { ME, newHistory } from '../history/rig.ts';
import { createSpotifyLists, REMOVED } from './spotify-lists.ts';

const DAY = 86_400_000;
const TOO_MANY = new AppError('api/rate-limited', { retryAt: 1 });

let history: History;
let spotify: ReturnType<typeof createSpotifyLists>;
let now: number;
beforeEach(() => {
  ({ history } = newHistory());
  spotify = createSpotifyLists();
  now = Date.UTC(2026, 10, 21);
});

async function collect({ asked = false, signal = new AbortController().signal } = {}) {
  spotify.asked = [];
  await collectSaved({
    accountId: ME,
    client: spotify.client,
    lists: history.lists,
    now: () => now,
    pause: async () => undefined,
    signal,
    asked,
    onReading: () => undefined,
  });
}

/** Some songs, as many as wanted. */
const songs = (count: number, from = 0) => Array.from({ length: count }, (_, i) => `s${from + i}`);

async function libraryNames(): Promise<(string | null)[]> {
  const { library } = await history.saved(ME);
  return (library?.saved ?? []).map(({ name }) => name);
}

async function playlistNames(): Promise<Record<string, (string | null)[]>> {
  const { playlists } = await history.saved(ME);
  return Object.fromEntries(
    playlists.map(({ name, items }) => [name, items.map((item) => item.name)]),
  );
}

describe('playlists', () => {
  it('are read whole, once a day, and again only when they are others', async () => {
    spotify.addPlaylist('one', songs(7));
    spotify.addPlaylist('two', [...songs(2), 's0', REMOVED]);
    await collect();
    expect(await playlistNames()).toEqual({ one: songs(7), two: ['s0', 's1', 's0'] });
    now += DAY - 1;
    await collect();
    expect(spotify.asked).toEqual([]);
    now += 1;
    spotify.addPlaylist('two', songs(1));
    await collect();
    expect(spotify.asked).toEqual(['playlists 0', 'two 0', 'library 0']);
    expect(await playlistNames()).toEqual({ one: songs(7), two: ['s0'] });
  });

  it('are asked for at once by a person', async () => {
    spotify.addPlaylist('one', songs(1));
    await collect();
    spotify.addPlaylist('one', songs(2));
    await collect({ asked: true });
    expect(await playlistNames()).toEqual({ one: songs(2) });
  });

  it('are read every day when Spotify does not say whether they changed', async () => {
    spotify.addPlaylist('one', songs(1), { snapshotId: null });
    await collect();
    await collect({ asked: true });
    expect(spotify.asked).toEqual(['playlists 0', 'library 0']);
    now += DAY;
    await collect();
    expect(spotify.asked).toEqual(['playlists 0', 'one 0', 'library 0']);
  });

  it('are left out when they are somebody else’s, and not asked for again for a week', async () => {
    spotify.addPlaylist('theirs', songs(2), { isClosed: true });
    spotify.addPlaylist('mine', songs(2));
    await collect();
    expect(await playlistNames()).toEqual({ mine: songs(2) });
    spotify.addPlaylist('theirs', songs(3), { isClosed: true });
    now += 6 * DAY;
    await collect();
    expect(spotify.asked).not.toContain('theirs 0');
    now += DAY;
    await collect();
    expect(spotify.asked).toContain('theirs 0');
  });

  it('are asked for again as soon as they are worked on together', async () => {
    spotify.addPlaylist('theirs', songs(2), { isClosed: true });
    await collect();
    spotify.addPlaylist('theirs', songs(2), { collaborative: true });
    await collect({ asked: true });
    expect(await playlistNames()).toEqual({ theirs: songs(2) });
  });

  it('are gone when Spotify does not list them any more', async () => {
    spotify.addPlaylist('one', songs(2));
    spotify.addPlaylist('two', songs(2));
    await collect();
    spotify.playlists.shift();
    await collect({ asked: true });
    expect(await playlistNames()).toEqual({ two: songs(2) });
    expect(await history.lists.items(ME, 'playlist:one')).toEqual([]);
  });

  it('of which one is deleted while they are read do not stop the others', async () => {
    spotify.addPlaylist('one', songs(2));
    spotify.addPlaylist('two', songs(2));
    spotify.meanwhile = () => {
      spotify.playlists = spotify.playlists.filter(({ head }) => head.id !== 'one');
    };
    await collect();
    expect(await playlistNames()).toEqual({ two: songs(2) });
  });

  it('that may not be read at all leave the liked songs to be read', async () => {
    spotify.library = songs(4);
    spotify.fault = (request) =>
      request.startsWith('playlists') ? new AppError('api/forbidden') : null;
    await expect(collect()).rejects.toMatchObject({ code: 'api/forbidden' });
    expect(await libraryNames()).toEqual(songs(4));
  });
});

describe('an attempt that fails', () => {
  it('goes on where it stopped, in the middle of a playlist', async () => {
    spotify.addPlaylist('one', songs(2));
    spotify.addPlaylist('two', songs(8));
    spotify.fault = (request) => (request === 'two 6' ? TOO_MANY : null);
    await expect(collect()).rejects.toBe(TOO_MANY);
    expect(await playlistNames()).toEqual({ one: songs(2) });
    spotify.fault = () => null;
    await collect();
    expect(spotify.asked).toEqual(['two 6', 'library 0']);
    expect((await playlistNames())['two']).toEqual(songs(8));
  });

  it('begins a playlist anew that has changed meanwhile', async () => {
    spotify.addPlaylist('one', songs(8));
    spotify.fault = (request) => (request === 'one 6' ? TOO_MANY : null);
    await expect(collect()).rejects.toBe(TOO_MANY);
    spotify.fault = () => null;
    spotify.addPlaylist('one', songs(5, 100));
    now += DAY;
    await collect();
    expect(spotify.asked).toEqual(['playlists 0', 'one 0', 'one 3', 'library 0']);
    expect(await playlistNames()).toEqual({ one: songs(5, 100) });
  });

  it('goes on where it stopped, in the middle of the liked songs', async () => {
    spotify.library = songs(20);
    spotify.fault = (request) => (request === 'library 12' ? TOO_MANY : null);
    await expect(collect()).rejects.toBe(TOO_MANY);
    expect((await history.saved(ME)).library).toBeNull();
    spotify.fault = () => null;
    now += DAY;
    await collect();
    expect(spotify.asked).toEqual(['playlists 0', 'library 12', 'library 15', 'library 18']);
    expect(await libraryNames()).toEqual(songs(20));
  });

  it('asks for nothing more once it is told to end', async () => {
    spotify.library = songs(20);
    const end = new AbortController();
    spotify.meanwhile = () => {
      if (spotify.asked.length === 3) end.abort();
    };
    await expect(collect({ signal: end.signal })).rejects.toThrow();
    expect(spotify.asked).toHaveLength(3);
  });
});

describe('liked songs', () => {
  it('are read only as far as they changed', async () => {
    spotify.library = songs(20);
    await collect();
    await collect({ asked: true });
    expect(spotify.asked).toEqual(['playlists 0', 'library 0']);
    spotify.library = ['new', ...songs(20).filter((name) => name !== 's7')];
    await collect({ asked: true });
    expect(spotify.asked).toEqual(['playlists 0', 'library 0', 'library 3', 'library 6']);
    expect(await libraryNames()).toEqual(spotify.library);
  });

  it('may hold what Spotify removed', async () => {
    spotify.library = [...songs(3), REMOVED, ...songs(9, 3)];
    await collect();
    expect(await libraryNames()).toEqual(songs(12));
    await collect({ asked: true });
    expect(spotify.asked).toEqual(['playlists 0', 'library 0']);
  });

  it('are what they are at Spotify, whatever was liked and unliked in between', async () => {
    const change = fc.oneof(
      fc.record({ like: fc.integer({ min: 0, max: 30 }) }),
      fc.record({ unlike: fc.nat(30) }),
    );
    const changes = fc.array(change, { maxLength: 6 });
    const days = fc.array(fc.record({ changes, during: changes, failAt: fc.nat(8) }), {
      minLength: 1,
      maxLength: 6,
    });
    const apply = (what: { like?: number; unlike?: number }) => {
      const { like, unlike } = what;
      if (like !== undefined) {
        spotify.library = [`s${like}`, ...spotify.library.filter((name) => name !== `s${like}`)];
      } else spotify.library = spotify.library.filter((_, place) => place !== unlike);
    };
    await fc.assert(
      fc.asyncProperty(fc.nat(15), days, async (count, all) => {
        ({ history } = newHistory());
        spotify = createSpotifyLists();
        spotify.library = songs(count);
        for (const { changes: before, during, failAt } of all) {
          before.forEach(apply);
          const pending = [...during];
          spotify.meanwhile = () => pending.splice(0, 1).forEach(apply);
          spotify.fault = () => (spotify.asked.length === failAt ? TOO_MANY : null);
          await collect({ asked: true }).catch(() => undefined);
        }
        // Once nothing changes any more, at the latest after the month in which all is read anew.
        spotify.meanwhile = () => {};
        spotify.fault = () => null;
        await collect({ asked: true });
        now += 30 * DAY;
        await collect();
        expect(await libraryNames()).toEqual(spotify.library);
      }),
      { numRuns: 100 },
    );
  });
});
