/** Two ranges side by side: their figures, what they share, and the artists that came and went. */
import type { Dataset } from '../dataset/dataset.ts';
import { NONE } from '../dataset/dictionary.ts';
import type { Selection } from '../dataset/selection.ts';
import { groupingOf, type Subject } from './grouping.ts';
import { type Overview, overview } from './overview.ts';
import { compareNames, pickBest } from './ranking.ts';
import { tally } from './tally.ts';

/** An artist's part of both ranges. */
export interface ShareShift {
  /** The artist's. */
  index: number;
  firstMs: number;
  secondMs: number;
  /** Of all music of the range, by time, 0 … 1; 0 of a range without any. */
  firstShare: number;
  secondShare: number;
}

export interface Comparison {
  first: Overview;
  second: Overview;
  /** How many are heard (have a stream) in both. */
  common: Record<Subject, number>;
  /** By how much the share grew, or shrank; then by more time in both ranges together; then name. */
  gained: ShareShift[];
  lost: ShareShift[];
}

/**
 * The ranges may have different lengths, overlap, or be the same: shares compare what amounts
 * cannot.
 *
 * @param limit of `gained` and of `lost`.
 */
export function compareRanges(
  dataset: Dataset,
  first: Selection,
  second: Selection,
  limit: number,
): Comparison {
  const figures = { first: overview(dataset, first), second: overview(dataset, second) };
  const tallies = (subject: Subject) => {
    const { groupOfTrack, groups } = groupingOf(dataset, subject);
    return [first, second].map((range) => tally(dataset, range, groupOfTrack, groups));
  };
  const countCommon = (subject: Subject) => {
    const [a, b] = tallies(subject);
    let common = 0;
    for (let index = NONE + 1; index < a!.streams.length; index++) {
      if (a!.streams[index] !== 0 && b!.streams[index] !== 0) common++;
    }
    return common;
  };
  return {
    ...figures,
    common: {
      songs: countCommon('songs'),
      artists: countCommon('artists'),
      albums: countCommon('albums'),
    },
    ...findShifts(),
  };

  function findShifts() {
    const { groups, namesOf } = groupingOf(dataset, 'artists');
    const [a, b] = tallies('artists').map(({ playedMs }) => playedMs);
    // Of nothing, every share is 0.
    const firstTotal = figures.first.playedMs || 1;
    const secondTotal = figures.second.playedMs || 1;
    // The difference of the shares times both totals: whole numbers, so that rounding parts no tie.
    const shifts = Array.from(
      { length: groups },
      (_, i) => BigInt(b![i]!) * BigInt(firstTotal) - BigInt(a![i]!) * BigInt(secondTotal),
    );
    const timeOf = (index: number) => a![index]! + b![index]!;
    const pick = (sign: 1n | -1n) =>
      pickBest(
        groups,
        limit,
        (index) => sign * shifts[index]! > 0n,
        (x, y) =>
          Number(sign * (shifts[y]! - shifts[x]!)) ||
          timeOf(y) - timeOf(x) ||
          compareNames(namesOf(x), namesOf(y)),
      ).map((index) => ({
        index,
        firstMs: a![index]!,
        secondMs: b![index]!,
        firstShare: a![index]! / firstTotal,
        secondShare: b![index]! / secondTotal,
      }));
    return { gained: pick(1n), lost: pick(-1n) };
  }
}
