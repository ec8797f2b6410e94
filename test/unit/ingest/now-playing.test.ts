import { expect, it } from 'vitest';
import { apiPlay, apiTrack } from '../spotify/api-samples.ts';
import { memoryStore } from '../spotify/memory-store.ts';
import { json } from '../spotify/scripted-fetch.ts';
import { buildDataset } from '../../../lib/dataset/dataset.ts';
import { z } from '../../../lib/domain/schema.ts';
import { PlayedSong } from '../../../lib/domain/snapshot.ts';
import { createNowPlaying } from '../../../lib/ingest/now-playing.ts';
import { createAccountClients } from '../../../lib/spotify/account-clients.ts';
import { ApiPlay } from '../../../lib/spotify/api-objects.ts';
import type { Gates } from '../../../lib/spotify/gate.ts';
import { toStream } from '../../../lib/spotify/to-stream.ts';

const START = Date.UTC(2026, 10, 21, 12);
const DAY = 86_400_000;
const streamAt = (at: number) => toStream(z.parse(ApiPlay, apiPlay(at)));
const playing = (item: unknown = apiTrack()) => json({ is_playing: true, item });

function setUp() {
  const world = {
    now: START,
    online: true,
    answer: () => playing(),
    asked: 0,
    loads: 0,
    streams: [streamAt(START - 2 * DAY), streamAt(START - DAY)],
  };
  const account = { id: 'mira', clientId: 'app' };
  const clients = createAccountClients({
    apiUrl: 'https://api.spotify.com/v1',
    fetch: async () => {
      world.asked += 1;
      return world.answer();
    },
    random: () => 0,
    now: () => world.now,
    gates: memoryStore<Gates>({}),
    accessToken: async () => 'token',
  });
  const nowPlaying = createNowPlaying({
    accounts: async () => [account],
    clients,
    history: {
      async load() {
        world.loads += 1;
        return buildDataset(world.streams);
      },
      async extent() {
        const ends = world.streams.map(({ endedAt }) => endedAt);
        return { streams: ends.length, firstAt: ends[0] ?? null, lastAt: ends.at(-1) ?? null };
      },
    },
    isOnline: () => world.online,
    now: () => world.now,
  });
  return { world, nowPlaying, gate: clients.of(account).gate };
}

it('tells the song with what the history knows of it', async () => {
  const { nowPlaying } = setUp();
  const song = await nowPlaying.get('mira');
  expect(z.parse(PlayedSong, song)).toEqual({
    title: 'Amber Harbour',
    artist: 'Halcyon Ferry',
    album: 'Second Season',
    coverUrl: 'https://i.scdn.co/image/300',
    uri: 'spotify:track:6kt2c0VCy3v1rYt5pKz1aa',
    at: START,
    plays: 2,
    firstPlayedAt: START - 2 * DAY,
  });
});

it('knows a new song as new', async () => {
  const { world, nowPlaying } = setUp();
  world.streams = [];
  expect(await nowPlaying.get('mira')).toMatchObject({ plays: 0, firstPlayedAt: null });
});

it('asks once in ten seconds, whoever asks', async () => {
  const { world, nowPlaying } = setUp();
  await Promise.all([nowPlaying.get('mira'), nowPlaying.get('mira')]);
  world.now += 9_999;
  await nowPlaying.get('mira');
  expect(world.asked).toBe(1);
  world.now += 1;
  await nowPlaying.get('mira');
  expect(world.asked).toBe(2);
});

it('reads the history again only for another song or new streams', async () => {
  const { world, nowPlaying } = setUp();
  const next = async () => {
    world.now += 10_000;
    return nowPlaying.get('mira');
  };
  await next();
  await next();
  expect(world.loads).toBe(1);
  world.streams.push(streamAt(START - 1));
  expect(await next()).toMatchObject({ plays: 3 });
  world.answer = () => playing(apiTrack({ name: 'Slow Radio' }));
  expect(await next()).toMatchObject({ title: 'Slow Radio', plays: 0 });
  expect(world.loads).toBe(3);
});

it.each([
  ['in silence', () => new Response(null, { status: 204 })],
  ['during a podcast', () => playing({ type: 'episode', name: 'Episode 1' })],
  ['when refused', () => json({}, { status: 403 })],
  ['for a track without a title', () => playing(apiTrack({ name: '' }))],
])('is null %s', async (_, answer) => {
  const { world, nowPlaying } = setUp();
  world.answer = answer;
  expect(await nowPlaying.get('mira')).toBeNull();
  expect(world.asked).toBe(1);
});

it('leaves the plays alone when its own answers are odd, but tells when Spotify asked to wait', async () => {
  const { world, nowPlaying, gate } = setUp();
  const next = async () => {
    world.now += 10_000;
    await nowPlaying.get('mira');
    return (await gate.state()).wait;
  };
  world.answer = () => json('nonsense');
  expect(await next()).toBeNull();
  world.answer = () => new Response('', { status: 503, headers: { 'retry-after': '600' } });
  expect(await next()).toBeNull();
  world.answer = () => new Response('', { status: 429, headers: { 'retry-after': '60' } });
  expect(await next()).toEqual({ code: 'api/rate-limited', named: true });
});

it('is null without a request when offline, for nobody, and while Spotify wants to be left alone', async () => {
  const { world, nowPlaying } = setUp();
  expect(await nowPlaying.get('nobody')).toBeNull();
  world.online = false;
  expect(await nowPlaying.get('mira')).toBeNull();
  expect(world.asked).toBe(0);
  world.online = true;
  world.now += 10_000;
  world.answer = () => new Response('', { status: 429, headers: { 'retry-after': '60' } });
  expect(await nowPlaying.get('mira')).toBeNull();
  world.now += 10_000;
  expect(await nowPlaying.get('mira')).toBeNull();
  expect(world.asked).toBe(1);
});
