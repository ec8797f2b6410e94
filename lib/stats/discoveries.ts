/** Discoveries: in which month an artist, or a song, was played for the first time ever. */
import type { Dataset } from '../dataset/dataset.ts';
import { NONE } from '../dataset/dictionary.ts';
import type { Selection } from '../dataset/selection.ts';
import { monthOfDay } from './calendar.ts';
import { firstPlays } from './first-plays.ts';
import { rowDays } from './row-days.ts';
import { isSelected } from './selections.ts';
import type { TimeZone } from './time-zone.ts';

export interface MonthOfDiscoveries {
  /** Local month, counted from January 1970. */
  month: number;
  artists: number;
  songs: number;
}

/**
 * The months of the selection in which something was discovered, in time order. What was played
 * before the selection, at any time, is no discovery in it.
 */
export function discoveries(
  dataset: Dataset,
  selection: Selection,
  zone: TimeZone,
): MonthOfDiscoveries[] {
  const days = rowDays(dataset, zone);
  const months = new Map<number, MonthOfDiscoveries>();
  for (const kind of ['artists', 'songs'] as const) {
    const rows = firstPlays(dataset, kind);
    for (let index = NONE + 1; index < rows.length; index++) {
      const row = rows[index]!;
      if (row < 0 || !isSelected(selection, row)) continue;
      const month = monthOfDay(days[row]!);
      const found = months.get(month) ?? { month, artists: 0, songs: 0 };
      found[kind]++;
      months.set(month, found);
    }
  }
  return [...months.values()].toSorted((a, b) => a.month - b.month);
}
