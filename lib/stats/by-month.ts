/** Music by local month. */
import type { Dataset } from '../dataset/dataset.ts';
import { firstDayOfMonth, monthOfDay } from './calendar.ts';
import { type StepSums, sumSteps } from './local-steps.ts';
import { selectDays } from './select-days.ts';
import { DAY_MS, type TimeZone } from './time-zone.ts';

/** One sum a month, from `first` to `last` inclusive, counted from January 1970. */
export function byMonth(
  dataset: Dataset,
  zone: TimeZone,
  { first, last }: { first: number; last: number },
): StepSums {
  const days = { first: firstDayOfMonth(first), last: firstDayOfMonth(last + 1) - 1 };
  const steps = new Int32Array(Math.max(0, days.last - days.first + 1)).map(
    (_, i) => monthOfDay(days.first + i) - first,
  );
  return sumSteps(
    dataset,
    selectDays(dataset.columns, zone, days),
    zone,
    last - first + 1,
    (local) => steps[Math.floor(local / DAY_MS) - days.first]!,
  );
}
