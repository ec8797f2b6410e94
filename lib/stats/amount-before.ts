/** What the popup compares a range with: as many days before, stopped at the same time of day. */
import { firstRowFrom } from '../dataset/columns.ts';
import type { Dataset } from '../dataset/dataset.ts';
import type { Amount } from '../domain/snapshot.ts';
import { dayOf, startOfDay } from './calendar.ts';
import { rangeBefore } from './ranges.ts';
import type { DayRange } from '../domain/day-range.ts';
import { selectDays } from './select-days.ts';
import { DAY_MS, type TimeZone, toLocal } from './time-zone.ts';
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
  const selection = selectDays(dataset.columns, zone, before);
  const { endedAt, rows } = dataset.columns;
  const latest = toLocal(zone, now) - (days.last - before.last) * DAY_MS;
  const mask = selection.mask ?? new Uint8Array(rows).fill(1);
  let row = firstRowFrom(dataset.columns, startOfDay(zone, before.last));
  for (; row < selection.to; row++) {
    const time = endedAt[row]!;
    if (dayOf(zone, time) === before.last && toLocal(zone, time) > latest) mask[row] = 0;
  }
  const { plays, playedMs } = totals(dataset, { ...selection, mask });
  return { plays, playedMs };
}
