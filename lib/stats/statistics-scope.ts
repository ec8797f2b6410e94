/** What the statistics of one document start from: rows, clock, and the day looked back from. */
import type { Dataset } from '../dataset/dataset.ts';
import { type Selection, selectAll } from '../dataset/selection.ts';
import type { Hemisphere } from './hemisphere.ts';
import type { DayRange } from '../domain/day-range.ts';
import type { RankBy } from './ranking.ts';
import { rowDays } from './row-days.ts';
import { selectDays } from './select-days.ts';
import { selectUntil } from './selections.ts';
import type { StatisticsReceipt } from './statistics-schema.ts';
import { type TimeZone, timeZoneTable } from './time-zone.ts';
import type { PlaylistSongs } from './top-playlists.ts';

export interface StatisticsOptions {
  /** Local days; null is all time. */
  range: DayRange | null;
  /** IANA name. */
  timeZone: string;
  /** Entries of each top list. */
  top: number;
  by: RankBy;
  receipt: StatisticsReceipt | null;
  playlists?: readonly PlaylistSongs[];
  /** Without it, the time zone's. */
  hemisphere?: Hemisphere;
  /** By album, as far as known. */
  yearOfAlbum?: ReadonlyMap<number, number>;
  /** By song, 0 … 100, as far as known. */
  popularity?: ReadonlyMap<number, number>;
}

export interface StatisticsScope {
  dataset: Dataset;
  zone: TimeZone;
  options: StatisticsOptions;
  /** The range's days; for all time those of the first and the last row; null without a row. */
  days: DayRange | null;
  selection: Selection;
  /** The range's last day, or that of the last row of all where it is earlier: nothing is known after it. */
  asOf: number;
  /** Everything until then. */
  until: Selection;
}

/** @throws RangeError when the time zone is not known here. */
export function openScope(dataset: Dataset, options: StatisticsOptions): StatisticsScope {
  const { columns } = dataset;
  const { range } = options;
  const zone = timeZoneTable(options.timeZone);
  const bounds = findBounds(rowDays(dataset, zone));
  const days = range ?? bounds;
  const asOf = Math.min(days?.last ?? 0, bounds?.last ?? Infinity);
  return {
    dataset,
    zone,
    options,
    days,
    selection: range ? selectDays(columns, zone, range) : selectAll(columns),
    asOf,
    until: selectUntil(columns, zone, asOf),
  };
}

/** Not simply those of the first and the last row: clocks may be set back over midnight. */
function findBounds(days: Int32Array): DayRange | null {
  if (days.length === 0) return null;
  let first = days[0]!;
  let last = first;
  // By index: an iterator takes ten times as long, and every view begins here.
  for (let row = 1; row < days.length; row++) {
    const day = days[row]!;
    if (day < first) first = day;
    if (day > last) last = day;
  }
  return { first, last };
}
