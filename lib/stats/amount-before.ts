/** What the popup compares a range with: as many days before, stopped at the same time of day. */
import type { Dataset } from '../dataset/dataset.ts';
import type { Amount } from '../domain/snapshot.ts';
import { rangeBefore } from './ranges.ts';
import type { DayRange } from '../domain/day-range.ts';
import { selectDays } from './select-days.ts';
import { stopAt } from './stop-at.ts';
import type { TimeZone } from './time-zone.ts';
import { totals } from './totals.ts';

/**
 * Plays and time of the days before `days`, whose last day is today. Of the last of those days only
 * what ended by the clock time that it is `now`: a morning is not held against a whole day.
 */
export function amountBefore(
  dataset: Dataset,
  zone: TimeZone,
  days: DayRange,
  now: number,
): Amount {
  const before = rangeBefore(days);
  const { columns } = dataset;
  const whole = selectDays(columns, zone, before);
  const selection = stopAt(columns, zone, whole, { day: before.last, now });
  const { plays, playedMs } = totals(dataset, selection);
  return { plays, playedMs };
}
