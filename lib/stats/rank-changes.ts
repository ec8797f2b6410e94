/** How places in a ranking changed against the range before. */
import type { Dataset } from '../dataset/dataset.ts';
import { NONE } from '../dataset/dictionary.ts';
import type { Selection } from '../dataset/selection.ts';
import { groupingOf, type Subject } from './grouping.ts';
import { compareTallied, type RankBy, type Ranked } from './ranking.ts';
import { tally } from './tally.ts';

export interface RankChange extends Ranked {
  /** The place now, from 1. */
  rank: number;
  /** The place among all in the range before; null where there was no stream of it then. */
  rankBefore: number | null;
  /** Places won (lost, below 0): `rankBefore − rank`; null where it is new. */
  change: number | null;
}

/**
 * @param ranked a ranking's first places, as `topSongs`, `topArtists` or `topAlbums` of the same
 *   `by` gives them.
 * @param before the range to compare with (`rangeBefore`).
 */
export function rankChanges(
  dataset: Dataset,
  ranked: readonly Ranked[],
  before: Selection,
  { subject, by }: { subject: Subject; by: RankBy },
): RankChange[] {
  const ranks = ranksOf(dataset, before, subject, by, ranked);
  return ranked.map(({ index, plays, playedMs }, place) => {
    const rank = place + 1;
    const rankBefore = ranks.get(index) ?? null;
    const change = rankBefore === null ? null : rankBefore - rank;
    return { index, plays, playedMs, rank, rankBefore, change };
  });
}

/** The places of a few among all, counted without ordering all. */
function ranksOf(
  dataset: Dataset,
  selection: Selection,
  subject: Subject,
  by: RankBy,
  wanted: readonly Ranked[],
): Map<number, number> {
  const { groupOfTrack, groups, namesOf } = groupingOf(dataset, subject);
  const sums = tally(dataset, selection, groupOfTrack, groups);
  const compare = compareTallied(sums, { by, namesOf });
  const known = wanted
    .map(({ index }) => index)
    .filter((index) => sums.streams[index] !== 0)
    .toSorted(compare);
  /** By place in `known`: how many come after the one before, up to it, itself counted. */
  const ahead = new Uint32Array(known.length + 1);
  for (let index = NONE + 1; index < groups; index++) {
    if (sums.streams[index] === 0) continue;
    let low = 0;
    let high = known.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compare(known[middle]!, index) < 0) low = middle + 1;
      else high = middle;
    }
    ahead[low]!++;
  }
  let rank = 0;
  return new Map(
    known.map((index, place) => {
      rank += ahead[place]!;
      return [index, rank];
    }),
  );
}
