/** Whether anything is known of a stretch of local days. */
import type { DayRange } from '../domain/day-range.ts';
import type { TimeRange } from '../domain/time-range.ts';
import { startOfDay } from './calendar.ts';
import type { TimeZone } from './time-zone.ts';

/** False where the history has a gap through all of it. */
export function isCovered(
  coverage: readonly TimeRange[],
  zone: TimeZone,
  { first, last }: DayRange,
): boolean {
  const start = startOfDay(zone, first);
  const end = startOfDay(zone, last + 1);
  return coverage.some(({ from, to }) => from < end && to >= start);
}
