/** The popup's figures against a naive count, and when they say that they cannot compare. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildDataset } from '../../../lib/dataset/dataset.ts';
import { z } from '../../../lib/domain/schema.ts';
import { Snapshot } from '../../../lib/domain/snapshot.ts';
import type { Stream } from '../../../lib/domain/stream.ts';
import { buildSnapshot } from '../../../lib/stats/popup-snapshot.ts';
import { anyStream, aPlay, aStream, aTrack, DAY, HOUR, MINUTE } from '../dataset/streams.ts';
import { clockAt, datesTo, isMusic, naiveTop, naiveTotals, ZONES } from './naive.ts';

const NOW = Date.UTC(2026, 10, 21, 9, 30);
const ALWAYS = [{ from: 0, to: NOW + DAY }];

function snapshotOf(streams: Stream[], change: Partial<Parameters<typeof buildSnapshot>[0]> = {}) {
  return buildSnapshot({
    accountId: 'me',
    dataset: buildDataset(streams),
    coverage: ALWAYS,
    now: NOW,
    timeZone: 'Europe/Berlin',
    ...change,
  });
}

/** Moments at which the clocks of some zone have just changed, or a year or leap day is young. */
const NOWS = [
  NOW,
  Date.UTC(2024, 1, 29, 23, 30),
  Date.UTC(2026, 2, 29, 20),
  Date.UTC(2026, 9, 25, 20),
  Date.UTC(2026, 3, 5, 10),
  Date.UTC(2010, 10, 8, 1),
  Date.UTC(2012, 0, 2, 5),
  Date.UTC(2026, 3, 24, 12),
  Date.UTC(2026, 0, 1, 12),
];

/** By half hours, the first moment of each name that `nameOf` gives to a time. */
function firstMoments(now: number, back: number, nameOf: (time: number) => string) {
  const halfHour = 30 * MINUTE;
  const firsts = new Map<string, number>();
  for (let time = Math.floor((now - back) / halfHour) * halfHour; time <= now; time += halfHour) {
    const name = nameOf(time);
    if (!firsts.has(name)) firsts.set(name, time);
  }
  return [...firsts];
}

const scenes = fc.constantFrom(...NOWS).chain((now) =>
  fc.record({
    now: fc.constant(now),
    timeZone: fc.constantFrom(...ZONES),
    streams: fc
      .tuple(
        fc.array(anyStream(now - 3 * DAY, now), { maxLength: 20 }),
        fc.array(anyStream(now - 70 * DAY, now), { maxLength: 20 }),
        fc.array(anyStream(now - 800 * DAY, now), { maxLength: 10 }),
      )
      .map((parts) => parts.flat()),
  }),
);

describe('the snapshot', () => {
  it('counts each range by local days, as a naive count does', () => {
    fc.assert(
      fc.property(scenes, ({ now, timeZone, streams }) => {
        const coverage = [{ from: 0, to: now }];
        const snapshot = snapshotOf(streams, { now, timeZone, coverage });
        expect(z.safeParse(Snapshot, snapshot).error).toBeUndefined();
        const { date: today, clock: nowClock } = clockAt(timeZone, now);
        const dayOfYear =
          1 + Math.round((Date.parse(today) - Date.parse(`${today.slice(0, 4)}-01-01`)) / DAY);
        const lengths = { today: 1, '7-days': 7, '4-weeks': 28, 'this-year': dayOfYear } as const;
        const on = (dates: string[]) =>
          streams.filter(({ endedAt }) => dates.includes(clockAt(timeZone, endedAt).date));
        for (const [key, length] of Object.entries(lengths)) {
          const figures = snapshot.ranges[key as keyof typeof lengths];
          const dates = datesTo(today, 2 * length);
          const inside = on(dates.slice(length));
          const { plays, playedMs } = naiveTotals(inside);
          const before = naiveTotals(
            on(dates.slice(0, length)).filter(({ endedAt }) => {
              const { date, clock } = clockAt(timeZone, endedAt);
              return date !== dates[length - 1] || `${clock}.${endedAt % 1000}` <= `${nowClock}.0`;
            }),
          );
          expect(figures).toMatchObject({ plays, playedMs });
          expect(figures.before).toEqual({ plays: before.plays, playedMs: before.playedMs });
          expect(figures.steps.reduce((sum, step) => sum + step.playedMs, 0)).toBe(playedMs);
          const names = naiveTop(inside, streams, 'songs', 'plays').filter((one) => one.plays > 0);
          expect(figures.top.songs.map(({ name }) => name)).toEqual(
            names.slice(0, 5).map((one) => one.names[0]),
          );
        }
        const all = naiveTotals(streams);
        const { plays, playedMs } = all;
        expect(snapshot.ranges['all-time']).toMatchObject({ plays, playedMs, before: null });
        expect(snapshot.streams).toBe(streams.length);
      }),
      { numRuns: 150 },
    );
  });

  it.each(ZONES)('steps as the local clock does in %s', (timeZone) => {
    for (const now of NOWS) {
      const { ranges } = snapshotOf([], { now, timeZone });
      const today = clockAt(timeZone, now).date;
      const hours = firstMoments(now, 26 * HOUR, (time) => {
        const { date, clock } = clockAt(timeZone, time);
        return `${date} ${clock.slice(0, 2)}`;
      });
      expect(ranges.today.steps.map(({ start }) => start)).toEqual(
        hours.filter(([name]) => name.startsWith(today)).map(([, start]) => start),
      );
      const days = firstMoments(now, 9 * DAY, (time) => clockAt(timeZone, time).date);
      expect(ranges['7-days'].steps.map(({ start }) => start)).toEqual(
        days.filter(([date]) => datesTo(today, 7).includes(date)).map(([, start]) => start),
      );
      const months = ranges['this-year'].steps.map(({ start }) => clockAt(timeZone, start).date);
      expect(months).toEqual(
        Array.from({ length: Number(today.slice(5, 7)) }, (_, i) => {
          return `${today.slice(0, 4)}-${String(i + 1).padStart(2, '0')}-01`;
        }),
      );
    }
  });

  it('sees nothing in an empty history, and says so', () => {
    const snapshot = snapshotOf([], { coverage: [] });
    expect(snapshot).toMatchObject({ streams: 0, since: null, lastPlayed: null });
    expect(snapshot.lastSevenDays).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(snapshot.ranges['all-time'].steps).toEqual([]);
    expect(snapshot.ranges.today.steps.every(({ covered }) => !covered)).toBe(true);
  });

  it('steps through all time by months, from the first stream on', () => {
    const streams = [aStream({ endedAt: Date.UTC(2025, 10, 30, 23, 30) }), aStream()];
    const { steps, stepUnit } = snapshotOf(streams).ranges['all-time'];
    expect(stepUnit).toBe('month');
    // 23:30 UTC is December already in Berlin.
    expect(steps).toHaveLength(12);
    expect(steps[0]).toMatchObject({ start: Date.UTC(2025, 10, 30, 23), playedMs: 200_000 });
  });
});

it('steps through all time by days while there are only a few', () => {
  const streams = [aStream({ endedAt: NOW - 61 * DAY }), aStream({ endedAt: NOW })];
  const young = snapshotOf(streams).ranges['all-time'];
  expect(young.stepUnit).toBe('day');
  expect(young.steps).toHaveLength(62);
  const older = snapshotOf([aStream({ endedAt: NOW - 62 * DAY }), ...streams]).ranges['all-time'];
  expect(older.stepUnit).toBe('month');
});

describe('the range before', () => {
  const midnight = Date.UTC(2026, 10, 20, 23);

  it.each([
    ['all of both is covered', [{ from: midnight - DAY, to: NOW }], true],
    ['a minute of it is missing', [{ from: midnight - DAY + MINUTE, to: NOW }], false],
    [
      'there is a gap in the range itself',
      [
        { from: 0, to: NOW - 2 * HOUR },
        { from: NOW, to: NOW },
      ],
      false,
    ],
    ['nothing was seen since', [{ from: 0, to: midnight - 1 }], false],
    ['nothing was ever seen', [], false],
  ])('is compared with only when it is known: %s', (_, coverage, isKnown) => {
    const { today } = snapshotOf([aPlay(NOW)], { coverage }).ranges;
    expect(today.before).toEqual(isKnown ? { plays: 0, playedMs: 0 } : null);
  });
});

describe('a week against the week before', () => {
  const weekOf = (to: number) =>
    snapshotOf([aPlay(NOW)], { coverage: [{ from: 0, to }] }).ranges['7-days'].before;

  it('goes on a little after the record, as the next sync will tell', () => {
    expect(weekOf(NOW - DAY + MINUTE)).toEqual({ plays: 0, playedMs: 0 });
  });

  it('is not held against days that the record does not reach', () => {
    expect(weekOf(NOW - 3 * DAY)).toBeNull();
  });
});

describe('a step', () => {
  it('is covered where any of it was seen', () => {
    const coverage = [{ from: NOW - 2 * HOUR, to: NOW - HOUR }];
    const { steps } = snapshotOf([], { coverage }).ranges.today;
    expect(steps.map(({ covered }) => covered)).toEqual([
      ...Array<boolean>(8).fill(false),
      true,
      true,
      false,
    ]);
  });
});

describe('what was played last', () => {
  it('is the newest music, with its history', () => {
    const podcast = aTrack({ kind: 'podcast', uri: 'spotify:episode:1' });
    const { lastPlayed } = snapshotOf([
      aPlay(NOW - 3 * DAY),
      aPlay(NOW - HOUR, { coverUrl: 'https://covers/1' }),
      aStream({ endedAt: NOW, track: podcast }),
    ]);
    expect(lastPlayed).toEqual({
      title: 'Glass Harbour',
      artist: 'Ines Vale',
      album: 'Tides',
      coverUrl: 'https://covers/1',
      uri: 'spotify:track:one',
      at: NOW - HOUR,
      plays: 2,
      firstPlayedAt: NOW - 3 * DAY,
    });
  });
});

it('stays small for a long history', () => {
  const streams = Array.from({ length: 3000 }, (_, i) =>
    aPlay(NOW - i * 1.5 * DAY, {
      uri: `spotify:track:${String(i % 97).padStart(22, '0')}`,
      title: `A title of a usual length ${i % 97}`,
      artist: `An artist of some name ${i % 31}`,
      album: `An album among others ${i % 53}`,
      coverUrl: `https://i.scdn.co/image/${String(i % 53).padStart(40, '0')}`,
      albumUri: `spotify:album:${String(i % 53).padStart(22, '0')}`,
      artistUri: `spotify:artist:${String(i % 31).padStart(22, '0')}`,
    }),
  );
  expect(streams.filter(isMusic)).toHaveLength(3000);
  expect(JSON.stringify(snapshotOf(streams)).length).toBeLessThan(32_000);
});
