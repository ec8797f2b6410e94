/** Of which local days anything is known. */
import type { DayRange } from '../domain/day-range.ts';
import type { TimeRange } from '../domain/time-range.ts';
import { startOfDay } from './calendar.ts';
import { DAY_MS, type TimeZone } from './time-zone.ts';

/** False where the history has a gap through all of it. */
export function isCovered(coverage: readonly TimeRange[], zone: TimeZone, days: DayRange): boolean {
  return isSeen(coverage, stretchOf(zone, days));
}

function isSeen(coverage: readonly TimeRange[], stretch: TimeRange): boolean {
  return coverage.some(({ from, to }) => from < stretch.to && to >= stretch.from);
}

function stretchOf(zone: TimeZone, { first, last }: DayRange): TimeRange {
  return { from: startOfDay(zone, first), to: startOfDay(zone, last + 1) };
}

/** The same of periods that follow each other, such as months: each by its first day. */
export function coveredPeriods(
  coverage: readonly TimeRange[],
  zone: TimeZone,
  { first, count, firstDayOf }: { first: number; count: number; firstDayOf: (n: number) => number },
): boolean[] {
  return Array.from({ length: count }, (_, i) =>
    isCovered(coverage, zone, {
      first: firstDayOf(first + i),
      last: firstDayOf(first + i + 1) - 1,
    }),
  );
}

/** The same of each day by itself; `coverage` in order, its stretches apart from each other. */
export function coveredDays(
  coverage: readonly TimeRange[],
  zone: TimeZone,
  { first, last }: DayRange,
): boolean[] {
  const covered: boolean[] = [];
  // Days and stretches are both in order: each is passed once.
  let stretch = 0;
  let start = startOfDay(zone, first);
  for (let day = first; day <= last; day++) {
    const end = startOfDay(zone, day + 1);
    while (stretch < coverage.length && coverage[stretch]!.to < start) stretch++;
    covered.push(stretch < coverage.length && coverage[stretch]!.from < end);
    start = end;
  }
  return covered;
}

/** How much of a stretch of time the history has seen. */
export type Recorded = 'whole' | 'part' | 'nothing';

/**
 * Of a stretch that is not over, as far as it has come: a record kept until today goes on, and what it
 * has yet to see of today is no gap.
 */
export function howRecorded(
  coverage: readonly TimeRange[],
  stretch: TimeRange,
  now: number,
): Recorded {
  if (!isSeen(coverage, stretch)) return 'nothing';
  const latest = coverage.at(-1)!.to;
  const until = Math.min(stretch.to, now - latest < DAY_MS ? latest : now);
  const isWhole = coverage.some(({ from, to }) => from <= stretch.from && to >= until);
  return isWhole ? 'whole' : 'part';
}

/** The same of local days. */
export function daysRecorded(
  coverage: readonly TimeRange[],
  zone: TimeZone,
  { now, ...days }: DayRange & { now: number },
): Recorded {
  return howRecorded(coverage, stretchOf(zone, days), now);
}
