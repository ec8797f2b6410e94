/** Music of one local day by the hour its clocks show: an hour that comes twice counts together. */
import type { Dataset } from '../dataset/dataset.ts';
import { selectDays } from './select-days.ts';
import { type StepSums, sumSteps } from './local-steps.ts';
import { DAY_MS, HOUR_MS, type TimeZone } from './time-zone.ts';

/** 24 sums, midnight first. */
export function byHour(dataset: Dataset, zone: TimeZone, day: number): StepSums {
  const selection = selectDays(dataset.columns, zone, { first: day, last: day });
  const midnight = day * DAY_MS;
  return sumSteps(dataset, selection, zone, 24, (local) =>
    Math.floor((local - midnight) / HOUR_MS),
  );
}
