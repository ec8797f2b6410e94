/** Playlists and liked songs, read from the stand-in as they are read from Spotify. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSyncRig, type SyncRig } from './sync-rig.ts';

const HOUR = 3_600_000;
const TRACKS = '/v1/me/tracks';
const ITEMS = '/v1/playlists/*';
/** That it takes to read all that Mira keeps: the lists, 12 of them and three long ones, her songs. */
const REQUESTS = 1 + 12 + 3 + 10;

let rig: SyncRig;
let id: string;
beforeEach(async () => {
  rig = await createSyncRig();
  await rig.connect('mira');
  id = rig.idOf('mira');
});
afterEach(() => rig.close());

/** Every liked song by its URI, asked for without any of what is tested here. */
async function likedSongs(): Promise<string[]> {
  const client = rig.clientOf('mira');
  const first = await client.savedTracks(0);
  const uris = first.items.map(({ uri }) => uri ?? '');
  while (uris.length < (first.total ?? 0)) {
    uris.push(...(await client.savedTracks(uris.length)).items.map(({ uri }) => uri ?? ''));
  }
  await rig.control.clearRequests();
  return uris;
}

async function keptSongs(): Promise<(string | null)[]> {
  const { library } = await rig.history.saved(id);
  return (library?.saved ?? []).map(({ uri }) => uri);
}

it('keeps own and shared playlists and all liked songs, and leaves out what is closed', async () => {
  const liked = await likedSongs();
  expect(liked.length).toBeGreaterThan(200);
  const state = await rig.startSaved().refreshNow(id);
  expect(await rig.control.count({ path: '/v1/*' })).toBe(REQUESTS);
  expect(state).toMatchObject({ playlists: 12, refused: 2, unread: 0, songs: liked.length });
  expect(await keptSongs()).toEqual(liked);
  const { playlists } = await rig.history.saved(id);
  expect(playlists).toHaveLength(10);
  const names = playlists.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['夜', 'Viernes', 'New playlist']));
  expect(names).not.toContain('New Invented Friday');
  const long = playlists.find(({ name }) => name === '夜');
  expect(long?.items).toHaveLength(58);
  const types = new Set(playlists.flatMap(({ items }) => items.map(({ type }) => type)));
  expect(types).toEqual(new Set(['track', 'local']));
});

it('asks a day later for what may have changed, and for nothing else', async () => {
  await rig.startSaved().refreshDue();
  await rig.control.clearRequests();
  await rig.advance(23 * HOUR);
  await rig.startSaved().refreshDue();
  expect(await rig.control.count({ path: '/v1/*' })).toBe(0);
  await rig.advance(30 * HOUR);
  await rig.startSaved().refreshDue();
  const pages = await rig.control.count({ path: TRACKS });
  expect(pages).toBe(1);
  // Of a list that goes on growing, Spotify's mark is another one.
  expect(await rig.control.count({ path: ITEMS })).toBeLessThanOrEqual(2);
  expect(await keptSongs()).toEqual(await likedSongs());
});

describe('in the middle', () => {
  it.each([
    ['of the liked songs', TRACKS, 3, false],
    ['of the playlists, with the quota spent,', ITEMS, 6, true],
  ])('%s a 429 ends the reading, and a restart goes on from there', async (...row) => {
    const [, on, skip, quotaExceeded] = row;
    await rig.control.fault({
      kind: 'rate-limited',
      on,
      skip,
      times: 1,
      retryAfterSeconds: 7200,
      quotaExceeded,
    });
    const code = quotaExceeded ? 'api/quota-exceeded' : 'api/rate-limited';
    await expect(rig.startSaved().refreshNow(id)).rejects.toMatchObject({ code });
    const met = await rig.control.count({ path: '/v1/*' });
    // Whoever asks before the time is told so without a request.
    await rig.startSaved().refreshDue();
    await expect(rig.startSaved().refreshNow(id)).rejects.toMatchObject({ code });
    expect(await rig.control.count({ path: '/v1/*' })).toBe(met);

    await rig.advance(2 * HOUR);
    await rig.startSaved().refreshDue();
    const state = await rig.startSaved().state(id);
    expect(state).toMatchObject({ unread: 0, refused: 2, lastError: null });
    const total = await rig.control.count({ path: '/v1/*' });
    expect(await keptSongs()).toEqual(await likedSongs());

    // Nothing was asked twice but what was refused: then, and now for an access token of two hours ago.
    expect(total).toBe(REQUESTS + 2);
  });

  it('of it all a background may die, and the next one goes on from there', async () => {
    const liked = await likedSongs();
    let pauses = 0;
    await new Promise<void>((resolve) => {
      const dying = rig.startSaved({
        // Its death lets go of the lock.
        locks: { request: (_: string, ...[work]: unknown[]) => (work as () => Promise<never>)() },
        wait: async () => {
          if (++pauses < REQUESTS - 4) return;
          resolve();
          await new Promise(() => undefined);
        },
      });
      void dying.refreshDue();
    });
    expect((await rig.history.saved(id)).library).toBeNull();
    await rig.startSaved().refreshDue();
    expect(await keptSongs()).toEqual(liked);
    expect(await rig.control.count({ path: '/v1/*' })).toBe(REQUESTS);
  });
});
