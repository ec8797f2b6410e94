/** How artists' shares of listening time changed between lately and the two years before. */
import type { Dataset } from '../dataset/dataset.ts';
import type { Selection } from '../dataset/selection.ts';
import { yearsEarlier } from './calendar.ts';
import { artistName } from './names.ts';
import { compareNames, type RankBy } from './ranking.ts';
import { type Tally, tally } from './tally.ts';
import type { DayRange } from '../domain/day-range.ts';
import { selectDays } from './select-days.ts';
import type { TimeZone } from './time-zone.ts';
import { topArtists } from './top-artists.ts';
import { totals } from './totals.ts';

const RECENT_DAYS = 90;
const EARLIER_YEARS = 2;
const TOP_ARTISTS = 100;

/** An artist's time in both periods, and its share of all music of each, 0 … 1. */
export interface ShareChange {
  /** The artist's. */
  index: number;
  earlierMs: number;
  recentMs: number;
  earlierShare: number;
  recentShare: number;
}

/** Local days: the last 90 that end with `asOf`, and the two calendar years before them. */
export function sharePeriods(asOf: number): { earlier: DayRange; recent: DayRange } {
  const begin = asOf - RECENT_DAYS + 1;
  return {
    earlier: { first: yearsEarlier(begin, EARLIER_YEARS), last: begin - 1 },
    recent: { first: begin, last: asOf },
  };
}

/**
 * Of the top 100 artists of one period, those whose share in the other is under a quarter of it; by
 * the difference of both shares, the largest first; then by more time in the period they are top
 * in; then by name. None when one of the periods has no music: without it there is no share.
 *
 * @param top which period the artists are top in.
 * @param by how that top is ranked.
 */
export function findShareChanges(
  dataset: Dataset,
  zone: TimeZone,
  asOf: number,
  top: 'earlier' | 'recent',
  by: RankBy,
): ShareChange[] {
  const periods = sharePeriods(asOf);
  const selections = {
    earlier: selectDays(dataset.columns, zone, periods.earlier),
    recent: selectDays(dataset.columns, zone, periods.recent),
  };
  const total = {
    earlier: totals(dataset, selections.earlier).playedMs,
    recent: totals(dataset, selections.recent).playedMs,
  };
  if (total.earlier === 0 || total.recent === 0) return [];
  const ms = {
    earlier: artistTally(dataset, selections.earlier).playedMs,
    recent: artistTally(dataset, selections.recent).playedMs,
  };
  const other = top === 'earlier' ? 'recent' : 'earlier';
  // Shares over the product of both totals: whole numbers, so that nothing is rounded.
  const part = (period: typeof top, index: number) =>
    BigInt(ms[period][index]!) * BigInt(total[period === 'earlier' ? 'recent' : 'earlier']);
  const nameOf = (index: number) => [artistName(dataset.dictionary, index) ?? ''];
  return topArtists(dataset, selections[top], by, TOP_ARTISTS)
    .map(({ index }) => ({ index, large: part(top, index), small: part(other, index) }))
    .filter(({ large, small }) => small * 4n < large)
    .toSorted(
      (a, b) =>
        Number(b.large - b.small - (a.large - a.small)) ||
        ms[top][b.index]! - ms[top][a.index]! ||
        compareNames(nameOf(a.index), nameOf(b.index)),
    )
    .map(({ index }) => ({
      index,
      earlierMs: ms.earlier[index]!,
      recentMs: ms.recent[index]!,
      earlierShare: ms.earlier[index]! / total.earlier,
      recentShare: ms.recent[index]! / total.recent,
    }));
}

function artistTally(dataset: Dataset, selection: Selection): Tally {
  const { artists, tracks } = dataset.dictionary;
  return tally(dataset, selection, tracks.artist, artists.hash.length);
}
