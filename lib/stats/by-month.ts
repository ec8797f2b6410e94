/** Music by local month. */
import type { Dataset } from '../dataset/dataset.ts';
import type { Selection } from '../dataset/selection.ts';
import { firstDayOfMonth } from './calendar.ts';
import { sumDays } from './day-steps.ts';
import type { StepSums } from './local-steps.ts';
import type { TimeZone } from './time-zone.ts';

/**
 * One sum a month, from `first` to `last` inclusive, counted from January 1970; of what is selected,
 * where it says so.
 */
export function byMonth(
  dataset: Dataset,
  zone: TimeZone,
  { first, last }: { first: number; last: number },
  within?: Selection,
): StepSums {
  const months = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  return sumDays(
    dataset,
    zone,
    months.map((month) => ({
      first: firstDayOfMonth(month),
      last: firstDayOfMonth(month + 1) - 1,
    })),
    within,
  );
}
