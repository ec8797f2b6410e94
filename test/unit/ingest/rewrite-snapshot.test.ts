import { expect, it } from 'vitest';
import { apiArtist, apiPlay, apiTrack } from '../spotify/api-samples.ts';
import { memoryStore } from '../spotify/memory-store.ts';
import { json } from '../spotify/scripted-fetch.ts';
import { buildDataset } from '../../../lib/dataset/dataset.ts';
import { z } from '../../../lib/domain/schema.ts';
import { Rollup } from '../../../lib/domain/rollup.ts';
import { Snapshot } from '../../../lib/domain/snapshot.ts';
import type { Pause } from '../../../lib/domain/steps.ts';
import { createSnapshotWriter } from '../../../lib/ingest/rewrite-snapshot.ts';
import { createTopLists, type TopListCache } from '../../../lib/ingest/top-lists.ts';
import { createAccountClients } from '../../../lib/spotify/account-clients.ts';
import { ApiPlay } from '../../../lib/spotify/api-objects.ts';
import type { Gates } from '../../../lib/spotify/gate.ts';
import { toStream } from '../../../lib/spotify/to-stream.ts';
import { buildSnapshot } from '../../../lib/stats/popup-snapshot.ts';

/** 21 November, 23:00 in Berlin. */
const START = Date.UTC(2026, 10, 21, 22);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

function setUp(playCount: number, days: number) {
  const world = {
    now: START,
    timeZone: 'Europe/Berlin',
    fails: false,
    loads: 0,
    loadPauses: null as Pause | null,
    pauses: 0,
    topsAsked: 0,
    snapshot: null as Snapshot | null,
    rollup: null as Rollup | null,
  };
  const now = () => world.now;
  const streams = Array.from({ length: playCount }, (_, index) => {
    const at = START - days * DAY + (index * days * DAY) / playCount;
    return toStream(z.parse(ApiPlay, apiPlay(Math.floor(at))));
  });
  const { client } = createAccountClients({
    apiUrl: 'https://api.spotify.com/v1',
    fetch: async (input) => {
      world.topsAsked += 1;
      if (world.fails) return json({}, { status: 403 });
      const isArtists = new Request(input).url.includes('artists');
      return json({ items: [isArtists ? apiArtist('Polder') : apiTrack({ name: 'Top Song' })] });
    },
    random: () => 0,
    now,
    gates: memoryStore<Gates>({}),
    accessToken: async () => 'token',
  }).of({ id: 'mira', clientId: 'app' });
  const pause = async () => {
    world.pauses += 1;
  };
  const writer = createSnapshotWriter({
    history: {
      async load(_accountId, _range, pauseGiven) {
        world.loads += 1;
        world.loadPauses = pauseGiven ?? null;
        return buildDataset(streams);
      },
      coverage: async () => [{ from: 0, to: world.now }],
      revision: async () => 7,
      async writeRollup(_, rollup) {
        world.rollup = rollup;
      },
      readSnapshot: async () => world.snapshot,
      async writeSnapshot(_, snapshot) {
        world.snapshot = snapshot;
      },
    },
    topLists: createTopLists({
      store: memoryStore<TopListCache>({}),
      learn: async () => undefined,
      now,
    }),
    now,
    pause,
    timeZone: () => world.timeZone,
  });
  const rewrite = (changed: boolean, asking: typeof client | null = client) =>
    writer.rewrite('mira', asking, { changed });
  return { world, rewrite, streams, pause };
}

it('shows the history’s own rankings once it is old enough, and asks for no others', async () => {
  const { world, rewrite } = setUp(40, 8);
  expect(await rewrite(true)).toBe(true);
  const { top, plays } = world.snapshot!.ranges['all-time'];
  expect(top).toMatchObject({ source: 'history', songs: [{ name: 'Amber Harbour', plays: 40 }] });
  expect(plays).toBe(40);
  expect(world.topsAsked).toBe(0);
  expect(z.parse(Snapshot, world.snapshot)).toEqual(world.snapshot);
  expect(z.parse(Rollup, world.rollup)).toMatchObject({
    revision: 7,
    top: { songs: [{ name: 'Amber Harbour', plays: 40 }] },
  });
});

it('shows Spotify’s rankings beside its own figures while the history is young', async () => {
  const { world, rewrite } = setUp(5, 2);
  await rewrite(true);
  expect(world.snapshot!.ranges['4-weeks']).toMatchObject({
    plays: 5,
    top: {
      source: 'spotify-4-weeks',
      artists: [{ name: 'Polder' }],
      songs: [{ name: 'Top Song' }],
    },
  });
  expect(world.snapshot!.ranges['7-days'].top.source).toBe('history');
  expect(world.topsAsked).toBe(4);
});

it('reads the history only when something changed, or the day is another', async () => {
  const { world, rewrite } = setUp(40, 8);
  await rewrite(false);
  expect(world.loads).toBe(1);
  expect(await rewrite(false)).toBe(false);
  await rewrite(true);
  expect(world.loads).toBe(2);
  world.now += 59 * 60_000;
  await rewrite(false);
  expect(world.loads).toBe(2);
  world.now += 60_000;
  await rewrite(false);
  expect(world.loads).toBe(3);
});

it('reckons the day in the display time zone, and follows when that changes', async () => {
  const { world, rewrite } = setUp(40, 8);
  world.timeZone = 'America/New_York';
  await rewrite(true);
  world.now += 2 * HOUR;
  expect(await rewrite(false)).toBe(false);
  world.timeZone = 'Asia/Tokyo';
  expect(await rewrite(false)).toBe(true);
  expect(world.snapshot!.timeZone).toBe('Asia/Tokyo');
});

it('tries again for Spotify’s lists an hour after they could not be had', async () => {
  const { world, rewrite } = setUp(5, 2);
  world.now -= 10 * HOUR;
  world.fails = true;
  await rewrite(true);
  expect(world.snapshot!.ranges['all-time'].top.source).toBe('history');
  world.fails = false;
  expect(await rewrite(false)).toBe(false);
  world.now += HOUR;
  expect(await rewrite(false)).toBe(true);
  expect(world.snapshot!.ranges['all-time'].top.source).toBe('spotify-year');
});

it('asks Spotify nothing without a client', async () => {
  const { world, rewrite } = setUp(5, 2);
  await rewrite(true, null);
  expect(world.topsAsked).toBe(0);
  expect(world.snapshot!.ranges['all-time'].top.source).toBe('history');
  // Nor does it count anew for lists that nobody fetches.
  expect(await rewrite(false, null)).toBe(false);
});

it('pauses while it reads and between the figures, so that a token asked for is not kept waiting', async () => {
  const { world, rewrite, streams, pause } = setUp(40, 8);
  await rewrite(true);
  expect(world.loadPauses).toBe(pause);
  // The five ranges have totals, a comparison, a sparkline and three lists each; so has the rollup.
  expect(world.pauses).toBeGreaterThanOrEqual(5 * 6 + 3);
  const atOnce = buildSnapshot({
    accountId: 'mira',
    dataset: buildDataset(streams),
    coverage: [{ from: 0, to: world.now }],
    now: world.now,
    timeZone: world.timeZone,
  });
  expect(world.snapshot).toEqual(atOnce);
});
