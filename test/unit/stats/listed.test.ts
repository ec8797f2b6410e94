import { describe, expect, test } from 'vitest';
import { buildDataset } from '../../../lib/dataset/dataset.ts';
import { selectAll } from '../../../lib/dataset/selection.ts';
import { hourOfWeek } from '../../../lib/stats/hour-of-week.ts';
import { listDays, listMonths } from '../../../lib/stats/listed-days.ts';
import { milestones } from '../../../lib/stats/milestones.ts';
import { timeZoneTable } from '../../../lib/stats/time-zone.ts';
import { aStream, DAY, MINUTE } from '../dataset/streams.ts';

const berlin = timeZoneTable('Europe/Berlin');

function listen(...moments: string[]) {
  return buildDataset(moments.map((at) => aStream({ endedAt: Date.parse(at) })));
}

describe('the hour-of-week clock', () => {
  test('begins on Monday at midnight, by the local clock', () => {
    // Sunday 23:30 in UTC is Monday 00:30 in Berlin.
    const dataset = listen('2026-11-15T23:30Z', '2026-11-22T22:30Z');
    const clock = hourOfWeek(dataset, selectAll(dataset.columns), berlin);
    expect([clock.length, clock[0]?.length]).toEqual([7, 24]);
    expect([clock[0]?.[0], clock[6]?.[23]]).toEqual([1, 1]);
  });

  test('counts an hour that comes twice together', () => {
    const dataset = listen('2026-10-25T00:30Z', '2026-10-25T01:30Z');
    const clock = hourOfWeek(dataset, selectAll(dataset.columns), berlin);
    expect(clock[6]?.[2]).toBe(2);
  });
});

describe('lists of days and months', () => {
  const skipped = aStream({ endedAt: Date.parse('2026-03-31T12:00Z'), playedMs: 5 });
  const before = aStream({ endedAt: Date.parse('2026-03-29T21:59Z') });
  const after = aStream({ endedAt: Date.parse('2026-03-29T22:00Z') });
  const dataset = buildDataset([before, after, skipped]);
  const all = selectAll(dataset.columns);

  test('have those with a stream, played or not, and no others', () => {
    const day = Date.parse('2026-03-29') / DAY;
    expect(listDays(dataset, all, berlin)).toEqual([
      { day, plays: 1, playedMs: 200_000 },
      { day: day + 1, plays: 1, playedMs: 200_000 },
      { day: day + 2, plays: 0, playedMs: 5 },
    ]);
  });

  test('sum up months', () => {
    expect(listMonths(dataset, all, berlin)).toEqual([
      { month: 56 * 12 + 2, plays: 2, playedMs: 400_005 },
    ]);
    expect(listMonths(dataset, { ...all, to: 0 }, berlin)).toEqual([]);
  });
});

describe('milestones', () => {
  const dataset = buildDataset(
    Array.from({ length: 20_001 }, (_, i) => aStream({ endedAt: i * MINUTE })),
  );

  test('are the first play, the 1,000th and every 10,000th', () => {
    const found = milestones(dataset, selectAll(dataset.columns));
    expect(found.map(({ play, endedAt }) => [play, endedAt / MINUTE])).toEqual([
      [1, 0],
      [1000, 999],
      [10_000, 9999],
      [20_000, 19_999],
    ]);
  });

  test('of a range are those reached in it, counted from the first play ever', () => {
    const found = milestones(dataset, { from: 900, to: 10_000, mask: null });
    expect(found.map(({ play }) => play)).toEqual([1000, 10_000]);
  });
});
