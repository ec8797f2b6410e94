/** Release-year trends: how old the music is that was heard. */
import type { Dataset } from '../dataset/dataset.ts';
import type { Selection } from '../dataset/selection.ts';
import { tally } from './tally.ts';

export interface ReleaseSpan {
  /** A year, or the first year of a decade; null where the album's year is not known. */
  year: number | null;
  plays: number;
  playedMs: number;
}

export interface ReleaseYears {
  /** Earliest first, "year unknown" last; only those with music. */
  years: ReleaseSpan[];
  decades: ReleaseSpan[];
}

/**
 * Music by the release year of its album. Exports do not tell it; what has no album, or one without
 * a year, is "year unknown".
 *
 * @param yearOfAlbum by the album's index.
 */
export function releaseYears(
  dataset: Dataset,
  selection: Selection,
  yearOfAlbum: ReadonlyMap<number, number>,
): ReleaseYears {
  const { albums, tracks } = dataset.dictionary;
  const { streams, plays, playedMs } = tally(dataset, selection, tracks.album, albums.hash.length);
  const years = new Map<number | null, ReleaseSpan>();
  const decades = new Map<number | null, ReleaseSpan>();
  for (let album = 0; album < streams.length; album++) {
    if (streams[album] === 0) continue;
    const year = yearOfAlbum.get(album) ?? null;
    add(years, year, plays[album]!, playedMs[album]!);
    add(decades, year === null ? null : year - (year % 10), plays[album]!, playedMs[album]!);
  }
  return { years: inOrder(years), decades: inOrder(decades) };
}

function add(
  spans: Map<number | null, ReleaseSpan>,
  year: number | null,
  plays: number,
  playedMs: number,
): void {
  const span = spans.get(year) ?? { year, plays: 0, playedMs: 0 };
  span.plays += plays;
  span.playedMs += playedMs;
  spans.set(year, span);
}

function inOrder(spans: Map<number | null, ReleaseSpan>): ReleaseSpan[] {
  return [...spans.values()].toSorted((a, b) => (a.year ?? Infinity) - (b.year ?? Infinity));
}
