/** Cumulative listening: how plays and time added up, day by day or month by month. */
import type { Dataset } from '../dataset/dataset.ts';
import type { Selection } from '../dataset/selection.ts';
import { type DayFigures, listDays, listMonths, type MonthFigures } from './listed-days.ts';
import type { TimeZone } from './time-zone.ts';

/**
 * Each local day with music, with all plays and time of the selection up to its end. Between two
 * entries the sums stay as they are.
 */
export function cumulativeDays(
  dataset: Dataset,
  selection: Selection,
  zone: TimeZone,
): DayFigures[] {
  return addUp(listDays(dataset, selection, zone));
}

/** Each local month with music, in the same way. */
export function cumulativeMonths(
  dataset: Dataset,
  selection: Selection,
  zone: TimeZone,
): MonthFigures[] {
  return addUp(listMonths(dataset, selection, zone));
}

function addUp<T extends { plays: number; playedMs: number }>(figures: readonly T[]): T[] {
  let plays = 0;
  let playedMs = 0;
  return figures.map((step) => {
    plays += step.plays;
    playedMs += step.playedMs;
    return { ...step, plays, playedMs };
  });
}
