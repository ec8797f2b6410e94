/** Sums music by stretches of local days: what sparklines and calendars are drawn from. */
import type { Dataset } from '../dataset/dataset.ts';
import type { StepSums } from './local-steps.ts';
import type { DayRange } from '../domain/day-range.ts';
import { selectDays } from './select-days.ts';
import type { TimeZone } from './time-zone.ts';
import { totals } from './totals.ts';

/** One step for each stretch of local days: rows are in time order, so each is a stretch of rows. */
export function sumDays(dataset: Dataset, zone: TimeZone, steps: readonly DayRange[]): StepSums {
  const sums = steps.map((days) => totals(dataset, selectDays(dataset.columns, zone, days)));
  return {
    plays: Uint32Array.from(sums, ({ plays }) => plays),
    playedMs: Float64Array.from(sums, ({ playedMs }) => playedMs),
  };
}
