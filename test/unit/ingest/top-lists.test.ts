import { expect, it } from 'vitest';
import { apiArtist, apiTrack } from '../spotify/api-samples.ts';
import { memoryStore } from '../spotify/memory-store.ts';
import { json } from '../spotify/scripted-fetch.ts';
import { createTopLists, type TopListCache } from '../../../lib/ingest/top-lists.ts';
import { createAccountClients } from '../../../lib/spotify/account-clients.ts';
import { mergeDetails } from '../../../lib/dataset/merge-details.ts';
import type { Details } from '../../../lib/domain/details.ts';
import type { Gates } from '../../../lib/spotify/gate.ts';

const START = Date.UTC(2026, 10, 21);
const HOUR = 3_600_000;

function setUp() {
  const clock = { now: START };
  const store = memoryStore<TopListCache>({});
  const spotify = {
    asked: [] as string[],
    fails: false,
    status: 403,
    /** What was learned of the lists' artists and tracks. */
    told: [] as Details[],
    storeFails: false,
  };
  const { client, gate } = createAccountClients({
    apiUrl: 'https://api.spotify.com/v1',
    fetch: async (input) => {
      const { pathname, searchParams } = new URL(new Request(input).url);
      spotify.asked.push(`${pathname.split('/').at(-1)} ${searchParams.get('time_range')}`);
      if (spotify.fails) return new Response('', { status: spotify.status });
      return json({ items: [pathname.endsWith('artists') ? apiArtist('Polder') : apiTrack()] });
    },
    random: () => 0,
    now: () => clock.now,
    gates: memoryStore<Gates>({}),
    accessToken: async () => 'token',
  }).of({ id: 'mira', clientId: 'app' });
  /** A new one each time, as after a restart. */
  const lists = () =>
    createTopLists({
      store,
      learn: async (_, details) => {
        spotify.told.push(details);
        if (spotify.storeFails) throw new Error('full');
      },
      now: () => clock.now,
    });
  return { clock, spotify, client, gate, lists };
}

it('fetches both spans once a day, and keeps them between', async () => {
  const { clock, spotify, client, lists } = setUp();
  const fetched = await lists().current('mira', client);
  expect(fetched['spotify-year']?.artists[0]?.name).toBe('Polder');
  expect(spotify.asked).toEqual([
    'artists short_term',
    'tracks short_term',
    'artists long_term',
    'tracks long_term',
  ]);
  clock.now += 23 * HOUR;
  expect(await lists().isDue('mira')).toBe(false);
  expect(await lists().current('mira', client)).toEqual(fetched);
  expect(spotify.asked).toHaveLength(4);
  clock.now += HOUR;
  expect(await lists().isDue('mira')).toBe(true);
  await lists().current('mira', client);
  expect(spotify.asked).toHaveLength(8);
});

it('keeps the old lists when Spotify refuses, and tries again after an hour', async () => {
  const { clock, spotify, client, lists } = setUp();
  const old = await lists().current('mira', client);
  spotify.fails = true;
  clock.now += 25 * HOUR;
  expect(await lists().current('mira', client)).toEqual(old);
  expect(spotify.asked).toHaveLength(5);
  await lists().current('mira', client);
  expect(spotify.asked).toHaveLength(5);
  clock.now += HOUR;
  expect(await lists().isDue('mira')).toBe(true);
});

it('hands on what the lists say of their tracks and artists: nobody needs to ask for it', async () => {
  const { spotify, client, lists } = setUp();
  spotify.storeFails = true;
  const fetched = await lists().current('mira', client);
  expect(fetched['spotify-year']?.artists).toHaveLength(1);
  const { tracks, albums, artists } = mergeDetails(spotify.told);
  const [track] = tracks.values();
  expect(track).toMatchObject({ isrc: 'XX0000000001', durationMs: 201_333, missing: false });
  expect(albums.get(track!.albumUri!)).toMatchObject({ name: 'Second Season', askedAt: null });
  expect(artists.get('spotify:artist:Polder')?.imageUrl).toContain('Polder');
});

it('has nothing when it never got anything, and does not fail', async () => {
  const { spotify, client, lists } = setUp();
  spotify.fails = true;
  expect(await lists().current('mira', client)).toEqual({});
});

it('costs no sync when the lists are odd, unless Spotify asked to wait', async () => {
  const { clock, spotify, client, gate, lists } = setUp();
  spotify.fails = true;
  spotify.status = 418;
  await lists().current('mira', client);
  await gate.pass();
  clock.now += HOUR;
  spotify.status = 429;
  await lists().current('mira', client);
  await expect(gate.pass()).rejects.toMatchObject({ code: 'api/rate-limited' });
});

it('asks nobody without a client', async () => {
  const { spotify, lists } = setUp();
  expect(await lists().current('mira', null)).toEqual({});
  expect(spotify.asked).toEqual([]);
});

it('forgets one account and keeps the others', async () => {
  const { client, lists } = setUp();
  await lists().current('mira', client);
  await lists().current('jo', client);
  await lists().forget('mira');
  expect(await lists().isDue('mira')).toBe(true);
  expect(await lists().isDue('jo')).toBe(false);
});
