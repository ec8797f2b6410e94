/** Orders what rows belong to: the ground of every top list. */
import { NONE } from '../dataset/dictionary.ts';
import { compareCodePoints } from '../dataset/identity.ts';
import type { Tally } from './tally.ts';

export type RankBy = 'plays' | 'time';

/** One place in a ranking; `index` is the song's, artist's or album's. */
export interface Ranked {
  index: number;
  plays: number;
  playedMs: number;
}

export interface RankOptions {
  by: RankBy;
  limit: number;
  namesOf: (index: number) => readonly string[];
}

/**
 * The first `limit` of all that have a stream. By plays, ties go to more time; then, as by time, to
 * the name, in code-point order; then to the artist's. `NONE` has no place.
 */
export function rank(sums: Tally, options: RankOptions): Ranked[] {
  const { streams, plays, playedMs } = sums;
  const hasStream = (index: number) => streams[index] !== 0;
  const best = pickBest(streams.length, options.limit, hasStream, compareTallied(sums, options));
  return best.map((index) => ({ index, plays: plays[index]!, playedMs: playedMs[index]! }));
}

/** The order of a ranking: negative when `a` comes before `b`. */
export function compareTallied(
  { plays, playedMs }: Pick<Tally, 'plays' | 'playedMs'>,
  { by, namesOf }: Pick<RankOptions, 'by' | 'namesOf'>,
): (a: number, b: number) => number {
  return (a, b) =>
    (by === 'plays' ? plays[b]! - plays[a]! : 0) ||
    playedMs[b]! - playedMs[a]! ||
    compareNames(namesOf(a), namesOf(b));
}

/** The first `limit` entries of a table that have a place, without ordering the rest; never `NONE`. */
export function pickBest(
  entries: number,
  limit: number,
  hasPlace: (index: number) => boolean,
  compare: (a: number, b: number) => number,
): number[] {
  const best: number[] = [];
  for (let index = NONE + 1; index < entries; index++) {
    if (!hasPlace(index)) continue;
    if (best.length === limit) {
      if (limit === 0 || compare(index, best[limit - 1]!) >= 0) continue;
      best.pop();
    }
    best.splice(placeIn(best, index, compare), 0, index);
  }
  return best;
}

function placeIn(
  ordered: readonly number[],
  index: number,
  compare: (a: number, b: number) => number,
): number {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(ordered[middle]!, index) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** By the first names, in code-point order; then by the second. */
export function compareNames(a: readonly string[], b: readonly string[]): number {
  for (const [i, name] of a.entries()) {
    const difference = compareCodePoints(name, b[i] ?? '');
    if (difference !== 0) return difference;
  }
  return 0;
}
