/** Sums music by stretches of local days: what sparklines and calendars are drawn from. */
import type { Dataset } from '../dataset/dataset.ts';
import { selectAll, type Selection } from '../dataset/selection.ts';
import type { StepSums } from './local-steps.ts';
import type { DayRange } from '../domain/day-range.ts';
import { selectDays } from './select-days.ts';
import { intersect } from './selections.ts';
import type { TimeZone } from './time-zone.ts';
import { totals } from './totals.ts';

/**
 * One step for each stretch of local days: rows are in time order, so each is a stretch of rows.
 *
 * @param within only what is selected counts; all when not given.
 */
export function sumDays(
  dataset: Dataset,
  zone: TimeZone,
  steps: readonly DayRange[],
  within: Selection = selectAll(dataset.columns),
): StepSums {
  const sums = steps.map((days) =>
    totals(dataset, intersect(selectDays(dataset.columns, zone, days), within)),
  );
  return {
    plays: Uint32Array.from(sums, ({ plays }) => plays),
    playedMs: Float64Array.from(sums, ({ playedMs }) => playedMs),
  };
}
