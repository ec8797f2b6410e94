/** Asking about the music that was heard: what comes first, how fast, and what is never asked twice. */
import { beforeEach, describe, expect, it } from 'vitest';
import { IMPORTED_ACCOUNT_ID, SAMPLE_ACCOUNT_ID } from '../../../lib/domain/account-ids.ts';
import { AppError } from '../../../lib/domain/app-error.ts';
import { createEnrichRig, type EnrichRig, JO, MIRA, START } from './enrich-rig.ts';
import { heard, idOf, type Song, uriOf } from './music.ts';
import { DAY, HOUR, MINUTE } from '../dataset/streams.ts';

/** One track each on 30 albums by 10 artists; the first is heard most. */
const SONGS: Song[] = Array.from({ length: 30 }, (_, i) => ({
  track: `track${i}`,
  album: `album${i}`,
  artist: `artist${i % 10}`,
}));
const LISTENING = SONGS.flatMap((song, i) => heard(song, 31 - i, i * 100));
const pathOf = (kind: 'track' | 'album' | 'artist', name: string) => `/${kind}s/${idOf(name)}`;

let rig: EnrichRig;
beforeEach(async () => {
  rig = createEnrichRig(SONGS);
  await rig.hear(MIRA.id, LISTENING);
});

const datesOf = async (accountId: string) =>
  (await rig.history.load(accountId)).metadata.releaseDates.size;

describe('a ring of the alarm', () => {
  it('asks a few questions, no two within a second, and sets the alarm for the next', async () => {
    const enrichment = rig.start();
    await enrichment.start();
    expect(await enrichment.handleAlarm('sync')).toBe(false);
    expect(await enrichment.handleAlarm('details')).toBe(true);
    expect(rig.asked).toHaveLength(25);
    const gaps = rig.asked.slice(1).map(({ at }, i) => at - rig.asked[i]!.at);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1000);
    expect(rig.alarms.get('details')).toBe(rig.clock.now + MINUTE);
  });

  it('asks for one track of the most heard album first, and brings its date and cover', async () => {
    await rig.start().wake();
    expect(rig.paths()[0]).toBe(pathOf('track', 'track0'));
    const { metadata, dictionary } = await rig.history.load(MIRA.id);
    const album = dictionary.tracks.album[dictionary.uris.indexOf(uriOf('track', 'track0'))]!;
    expect(metadata.releaseDates.get(album)).toBe('2019-05-12');
    expect(metadata.coverUrls.get(album)).toContain(idOf('album0'));
  });

  it('comes to an end: everything once, artists too, then nothing for an hour', async () => {
    await rig.finish();
    expect(new Set(rig.paths()).size).toBe(rig.asked.length);
    expect(rig.asked).toHaveLength(30 + 10);
    expect(await datesOf(MIRA.id)).toBe(30);
    expect((await rig.history.load(MIRA.id)).metadata.imageUrls.size).toBe(10);
    expect(await rig.start().state(MIRA.id)).toEqual({
      accountId: MIRA.id,
      status: 'done',
      reason: null,
      until: null,
      counts: {
        albums: { done: 30, total: 30 },
        artists: { done: 10, total: 10 },
        tracks: { done: 30, total: 30 },
      },
    });
    expect(rig.alarms.get('details')).toBe(rig.clock.now + HOUR);
  });

  it('says how far it is on the way, and that much was learned when a plan is worked through', async () => {
    await rig.start().wake();
    const { status, counts } = await rig.start().state(MIRA.id);
    expect(status).toBe('working');
    expect(counts?.albums.total).toBe(30);
    expect(counts?.albums.done).toBeGreaterThan(10);
    expect(rig.changes).toBe(5);
    await rig.finish();
    expect(rig.learned).toContain(MIRA.id);
  });

  it('tells pages nothing when there is nothing new', async () => {
    await rig.finish();
    rig.changes = 0;
    const enrichment = rig.start();
    await enrichment.want(MIRA.id, [uriOf('track', 'track0')]);
    await enrichment.wake();
    expect(rig.changes).toBe(0);
  });

  it('waits until no sync is running', async () => {
    const [waiting, sync] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    rig.untilIdle = () => {
      waiting.resolve();
      return sync.promise;
    };
    const done = rig.start().wake();
    await waiting.promise;
    expect(rig.asked).toEqual([]);
    sync.resolve();
    await done;
    expect(rig.asked).toHaveLength(25);
  });
});

describe('what is on screen', () => {
  it('comes before everything else, the latest first, also beyond a burst', async () => {
    const wanted = SONGS.slice(-28).map(({ track }) => uriOf('track', track));
    const enrichment = rig.start();
    await enrichment.want(MIRA.id, wanted.slice(5));
    await enrichment.want(MIRA.id, wanted.slice(0, 5));
    await enrichment.wake();
    const asked = rig.paths().map((path) => path.replace('/tracks/', 'spotify:track:'));
    expect(new Set(asked.slice(0, 28))).toEqual(new Set(wanted));
    expect(asked.slice(0, 28).indexOf(wanted[0]!)).toBeLessThan(5);
    expect((await rig.history.plan(MIRA.id)).wanted).toEqual([]);
  });

  it('is remembered by the next background', async () => {
    rig.online = false;
    const enrichment = rig.start();
    await enrichment.want(MIRA.id, [uriOf('track', 'track7')]);
    await enrichment.wake();
    rig.online = true;
    await rig.start().wake();
    expect(rig.paths()[0]).toBe(pathOf('track', 'track7'));
  });

  it('is not asked for where its album’s looks are known', async () => {
    await rig.finish();
    const asked = rig.asked.length;
    const enrichment = rig.start();
    await enrichment.want(MIRA.id, [uriOf('album', 'album3'), uriOf('track', 'track3')]);
    await enrichment.wake();
    expect(rig.asked).toHaveLength(asked);
  });

  it('may be nonsense: then nothing is asked', async () => {
    const enrichment = rig.start();
    await enrichment.want(MIRA.id, ['spotify:track:../../me', 'spotify:local:a', 'x']);
    expect((await rig.history.plan(MIRA.id)).wanted).toEqual([]);
  });
});

describe('a background that dies', () => {
  it('in the middle of a question: nothing that was answered is asked again', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    rig.fault = () => {
      if (rig.asked.length !== 14) return null;
      resolve();
      return new Promise(() => undefined);
    };
    void rig.start().wake();
    await promise;
    rig.fault = null;
    await rig.finish();
    const twice = rig.paths().filter((path, i, all) => all.indexOf(path) !== i);
    expect(twice).toEqual([rig.paths()[13]]);
  });
});

describe('several accounts', () => {
  beforeEach(() => {
    rig.signedIn = [MIRA, JO];
  });

  it('take turns, each with its own access token', async () => {
    rig = createEnrichRig([
      ...SONGS,
      ...SONGS.map((song) => ({ ...song, track: `jo${song.track}` })),
    ]);
    rig.signedIn = [MIRA, JO];
    await rig.hear(MIRA.id, LISTENING);
    await rig.hear(JO.id, heard({ track: 'jotrack1', album: 'jo', artist: 'jo' }, 1));
    await rig.start().wake();
    expect(
      rig.asked
        .slice(0, 2)
        .map(({ by }) => by)
        .toSorted(),
    ).toEqual(['jo', 'mira']);
    expect(rig.asked.find(({ by }) => by === 'jo')?.path).toBe(pathOf('track', 'jotrack1'));
  });

  it('ask once for what both have heard', async () => {
    await rig.hear(JO.id, LISTENING);
    await rig.finish();
    expect(new Set(rig.paths()).size).toBe(rig.asked.length);
    expect([await datesOf(MIRA.id), await datesOf(JO.id)]).toEqual([30, 30]);
  });

  it('lend each other what one of them knew before', async () => {
    await rig.finish();
    const asked = rig.asked.length;
    await rig.hear(JO.id, LISTENING.slice(0, 500));
    const enrichment = rig.start();
    await enrichment.replan(JO.id);
    await enrichment.wake();
    expect(rig.asked).toHaveLength(asked);
    expect(await datesOf(JO.id)).toBeGreaterThan(10);
  });

  it('do not wait for one whose history is damaged', async () => {
    await rig.hear('broken', LISTENING);
    const load = rig.history.load.bind(rig.history);
    rig.history.load = async (accountId, range) => {
      if (accountId === 'broken') throw new AppError('history/damaged');
      return load(accountId, range);
    };
    await rig.start().wake();
    expect(rig.asked).toHaveLength(25);
  });
});

it('asks about imported listening with anybody’s access token, and keeps it with that listening', async () => {
  rig = createEnrichRig(SONGS);
  await rig.hear(IMPORTED_ACCOUNT_ID, LISTENING);
  await rig.start().wake();
  expect(new Set(rig.asked.map(({ by }) => by))).toEqual(new Set(['mira']));
  expect(await datesOf(IMPORTED_ACCOUNT_ID)).toBeGreaterThan(10);
  expect(await datesOf(MIRA.id)).toBe(0);
});

it('asks nothing about invented listening', async () => {
  rig = createEnrichRig(SONGS);
  await rig.hear(SAMPLE_ACCOUNT_ID, LISTENING);
  const enrichment = rig.start();
  await enrichment.want(SAMPLE_ACCOUNT_ID, [uriOf('track', 'track1')]);
  await enrichment.wake();
  expect(rig.asked).toEqual([]);
  expect((await enrichment.state(SAMPLE_ACCOUNT_ID)).status).toBe('off');
});

it('plans anew when listening was imported', async () => {
  await rig.finish();
  const asked = rig.asked.length;
  await rig.hear(MIRA.id, heard({ track: 'later', album: 'later', artist: 'later' }, 3, 90_000));
  const enrichment = rig.start();
  await enrichment.replan(MIRA.id);
  await enrichment.wake();
  expect(rig.paths().slice(asked)).toEqual([pathOf('track', 'later')]);
});

it('finds by itself, within the hour, what was played since', async () => {
  await rig.finish();
  const asked = rig.asked.length;
  const enrichment = rig.start();
  await enrichment.replan(MIRA.id);
  await enrichment.wake();
  await rig.hear(MIRA.id, heard({ track: 'later', album: 'later', artist: 'later' }, 3, 90_000));
  await enrichment.wake();
  expect(rig.asked).toHaveLength(asked);
  rig.clock.now += HOUR;
  await enrichment.wake();
  expect(rig.paths().slice(asked)).toEqual([pathOf('track', 'later')]);
});

it('arms its alarm at every start, and puts off none that is set', async () => {
  await rig.start().start();
  expect(rig.alarms.get('details')).toBe(START + MINUTE);
  rig.clock.now += 30_000;
  await rig.start().start();
  expect(rig.alarms.get('details')).toBe(START + MINUTE);
});

it('stops when the day’s questions are asked, and goes on the next day', async () => {
  const most = { since: START - HOUR, calls: 1190, ceiling: 1200, exceeded: false };
  await rig.memory.update((memory) => ({ ...memory, allowances: { [MIRA.clientId]: most } }));
  await rig.start().wake();
  expect(rig.asked).toHaveLength(10);
  const until = START - HOUR + DAY;
  expect(await rig.start().state(MIRA.id)).toMatchObject({
    status: 'paused',
    reason: 'daily-limit',
    until,
  });
  rig.clock.now = until;
  await rig.start().wake();
  expect(rig.asked).toHaveLength(10 + 25);
});
