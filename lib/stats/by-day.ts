/** Music by local day. */
import type { Dataset } from '../dataset/dataset.ts';
import type { Selection } from '../dataset/selection.ts';
import { sumDays } from './day-steps.ts';
import type { DayRange } from '../domain/day-range.ts';
import type { StepSums } from './local-steps.ts';
import type { TimeZone } from './time-zone.ts';

/** One sum a day, the range's first day first; of what is selected, where it says so. */
export function byDay(
  dataset: Dataset,
  zone: TimeZone,
  { first, last }: DayRange,
  within?: Selection,
): StepSums {
  const days = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  return sumDays(
    dataset,
    zone,
    days.map((day) => ({ first: day, last: day })),
    within,
  );
}

/** Plays on each of the last seven local days, today last. */
export function lastSevenDays(dataset: Dataset, zone: TimeZone, today: number): number[] {
  return [...byDay(dataset, zone, { first: today - 6, last: today }).plays];
}
