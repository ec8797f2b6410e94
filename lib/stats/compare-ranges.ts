/** Two ranges side by side: their figures, what they share, and the artists that came and went. */
import type { Dataset } from '../dataset/dataset.ts';
import { NONE } from '../dataset/dictionary.ts';
import type { Selection } from '../dataset/selection.ts';
import { groupingOf, type Subject } from './grouping.ts';
import { type Overview, overview } from './overview.ts';
import { compareNames, pickBest, tally } from './ranking.ts';

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
    const firstShares = sharesOf(a!, figures.first.playedMs);
    const secondShares = sharesOf(b!, figures.second.playedMs);
    const shiftOf = (index: number) => secondShares[index]! - firstShares[index]!;
    const timeOf = (index: number) => a![index]! + b![index]!;
    const pick = (sign: 1 | -1) =>
      pickBest(
        groups,
        limit,
        (index) => sign * shiftOf(index) > 0,
        (x, y) =>
          sign * (shiftOf(y) - shiftOf(x)) ||
          timeOf(y) - timeOf(x) ||
          compareNames(namesOf(x), namesOf(y)),
      ).map((index) => ({
        index,
        firstMs: a![index]!,
        secondMs: b![index]!,
        firstShare: firstShares[index]!,
        secondShare: secondShares[index]!,
      }));
    return { gained: pick(1), lost: pick(-1) };
  }
}

function sharesOf(times: Float64Array, total: number): Float64Array {
  return total > 0 ? times.map((time) => time / total) : new Float64Array(times.length);
}
