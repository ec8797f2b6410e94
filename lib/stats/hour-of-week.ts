/** The hour-of-week clock: when in the week music is played. */
import type { Dataset } from '../dataset/dataset.ts';
import type { Selection } from '../dataset/selection.ts';
import { sumSteps } from './local-steps.ts';
import { HOUR_MS, type TimeZone } from './time-zone.ts';

const DAY_HOURS = 24;
const WEEK_HOURS = 7 * DAY_HOURS;
/** 1970 began on a Thursday. */
const HOURS_SINCE_MONDAY = 3 * DAY_HOURS;

/**
 * Plays by weekday, Monday first, and hour (0 … 23) of the local clock: an hour that comes twice
 * counts together, one that is skipped has none.
 */
export function hourOfWeek(dataset: Dataset, selection: Selection, zone: TimeZone): number[][] {
  const { plays } = sumSteps(
    dataset,
    selection,
    zone,
    WEEK_HOURS,
    (local) => (Math.floor(local / HOUR_MS) + HOURS_SINCE_MONDAY) % WEEK_HOURS,
  );
  return Array.from({ length: 7 }, (_, weekday) =>
    Array.from(plays.subarray(weekday * DAY_HOURS, (weekday + 1) * DAY_HOURS)),
  );
}
