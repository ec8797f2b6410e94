/** Music by local day. */
import type { Dataset } from '../dataset/dataset.ts';
import { type StepSums, sumSteps } from './local-steps.ts';
import type { DayRange } from './ranges.ts';
import { selectDays } from './select-days.ts';
import { DAY_MS, type TimeZone } from './time-zone.ts';

/** One sum a day, the range's first day first. */
export function byDay(dataset: Dataset, zone: TimeZone, days: DayRange): StepSums {
  const selection = selectDays(dataset.columns, zone, days);
  return sumSteps(
    dataset,
    selection,
    zone,
    days.last - days.first + 1,
    (local) => Math.floor(local / DAY_MS) - days.first,
  );
}

/** Plays on each of the last seven local days, today last. */
export function lastSevenDays(dataset: Dataset, zone: TimeZone, today: number): number[] {
  return [...byDay(dataset, zone, { first: today - 6, last: today }).plays];
}
