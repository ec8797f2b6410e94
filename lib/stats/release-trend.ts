/** How old the music is that each year was spent with: time by the decade of its release. */
import type { Dataset } from '../dataset/dataset.ts';
import type { Selection } from '../dataset/selection.ts';
import { rowDays } from './row-days.ts';
import { rowClasses } from './row-classes.ts';
import { DAY_MS, type TimeZone } from './time-zone.ts';

export interface ReleaseTrend {
  /** First years of decades, the earliest first; null, "year unknown", last. Only those with music. */
  decades: (number | null)[];
  /** Local calendar years, in order, those without music left out. */
  years: {
    year: number;
    /** Time by decade, in the order of `decades`. */
    playedMs: number[];
  }[];
}

/** Local days from `begin` up to `end`, and the time in them by decade. */
interface YearSums {
  begin: number;
  end: number;
  sum: Float64Array;
}

/** @param yearOfAlbum by the album's index. */
export function releaseTrend(
  dataset: Dataset,
  selection: Selection,
  zone: TimeZone,
  yearOfAlbum: ReadonlyMap<number, number>,
): ReleaseTrend {
  const { from, to, mask } = selection;
  const { track, playedMs } = dataset.columns;
  const { album } = dataset.dictionary.tracks;
  const classes = rowClasses(dataset);
  const days = rowDays(dataset, zone);
  const found = new Set<number>();
  for (const year of yearOfAlbum.values()) found.add(decadeOf(year));
  const known: (number | null)[] = [...found].toSorted((a, b) => a - b);
  const decades = [...known, null];
  const unknown = decades.length - 1;
  const decadeOfAlbum = new Uint8Array(dataset.dictionary.albums.hash.length).fill(unknown);
  for (const [index, year] of yearOfAlbum) decadeOfAlbum[index] = known.indexOf(decadeOf(year));

  const sums = new Map<number, Float64Array>();
  let last: YearSums = { begin: Infinity, end: -Infinity, sum: new Float64Array(0) };
  for (let row = from; row < to; row++) {
    if (classes[row] === 0 || (mask && mask[row] === 0)) continue;
    const day = days[row]!;
    if (day < last.begin || day >= last.end) last = yearAround(day);
    last.sum[decadeOfAlbum[album[track[row]!]!]!]! += playedMs[row]!;
  }

  function yearAround(day: number): YearSums {
    const year = new Date(day * DAY_MS).getUTCFullYear();
    const sum = sums.get(year) ?? new Float64Array(decades.length);
    sums.set(year, sum);
    const begin = Date.UTC(year, 0) / DAY_MS;
    return { begin, end: Date.UTC(year + 1, 0) / DAY_MS, sum };
  }

  const heard = decades.flatMap((_, i) =>
    [...sums.values()].some((sum) => sum[i]! > 0) ? [i] : [],
  );
  return {
    decades: heard.map((i) => decades[i]!),
    years: [...sums]
      .toSorted(([a], [b]) => a - b)
      .map(([year, sum]) => ({ year, playedMs: heard.map((i) => sum[i]!) })),
  };
}

function decadeOf(year: number): number {
  return year - (year % 10);
}
