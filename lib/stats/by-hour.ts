/** Music of one local day by the hour its clocks show: an hour that comes twice counts together. */
import type { Dataset } from '../dataset/dataset.ts';
import { selectAll, type Selection } from '../dataset/selection.ts';
import { selectDays } from './select-days.ts';
import { type StepSums, sumSteps } from './local-steps.ts';
import { intersect } from './selections.ts';
import { DAY_MS, HOUR_MS, type TimeZone } from './time-zone.ts';

/** 24 sums, midnight first; of what is selected, where it says so. */
export function byHour(
  dataset: Dataset,
  zone: TimeZone,
  day: number,
  within: Selection = selectAll(dataset.columns),
): StepSums {
  const ofDay = selectDays(dataset.columns, zone, { first: day, last: day });
  const selection = intersect(ofDay, within);
  const midnight = day * DAY_MS;
  return sumSteps(dataset, selection, zone, 24, (local) =>
    Math.floor((local - midnight) / HOUR_MS),
  );
}
