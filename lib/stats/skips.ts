/** Skips: how often music is left before its end, in all and by artist or song. */
import type { Dataset } from '../dataset/dataset.ts';
import type { Selection } from '../dataset/selection.ts';
import { groupingOf } from './grouping.ts';
import { compareNames, pickBest } from './ranking.ts';
import { END_KNOWN, IS_SKIP, rowClasses } from './row-classes.ts';

export interface SkipRate {
  /** Music streams whose `reason_end` is told. */
  streams: number;
  /** Skipped music streams, those included of which only the `skipped` flag tells. */
  skips: number;
  /** `skips / streams`; null without a stream. Beyond 1 only where the flag tells of more. */
  rate: number | null;
}

export interface RankedSkips {
  /** The artist's or song's. */
  index: number;
  streams: number;
  skips: number;
  rate: number;
}

/**
 * Skips for each stream whose `reason_end` is known: account data and live plays tell neither, and
 * must not water the rate down. A missing or empty reason is not known; Spotify's own word
 * "unknown" is a reason.
 */
export function skipRate(dataset: Dataset, { from, to, mask }: Selection): SkipRate {
  const classes = rowClasses(dataset);
  let streams = 0;
  let skips = 0;
  for (let row = from; row < to; row++) {
    if (mask && mask[row] === 0) continue;
    if (classes[row]! & END_KNOWN) streams++;
    if (classes[row]! & IS_SKIP) skips++;
  }
  return { streams, skips, rate: streams > 0 ? skips / streams : null };
}

/**
 * The most skipped artists or songs: by rate; then more time (of all their music streams in the
 * selection); then name. Only those that were skipped.
 *
 * @param minStreams how many streams of known end one needs to have a place, at least 1: one skip of
 *   one stream says nothing.
 */
export function skipsBy(
  dataset: Dataset,
  { from, to, mask }: Selection,
  subject: 'artists' | 'songs',
  { minStreams, limit }: { minStreams: number; limit: number },
): RankedSkips[] {
  const { track, playedMs } = dataset.columns;
  const { groupOfTrack, groups, namesOf } = groupingOf(dataset, subject);
  const classes = rowClasses(dataset);
  const streams = new Uint32Array(groups);
  const skips = new Uint32Array(groups);
  const times = new Float64Array(groups);
  for (let row = from; row < to; row++) {
    if (classes[row] === 0 || (mask && mask[row] === 0)) continue;
    const group = groupOfTrack[track[row]!]!;
    times[group]! += playedMs[row]!;
    if (classes[row]! & END_KNOWN) streams[group]!++;
    if (classes[row]! & IS_SKIP) skips[group]!++;
  }
  const rateOf = (index: number) => skips[index]! / streams[index]!;
  const hasPlace = (index: number) =>
    skips[index]! > 0 && streams[index]! >= Math.max(1, minStreams);
  const compare = (a: number, b: number) =>
    rateOf(b) - rateOf(a) || times[b]! - times[a]! || compareNames(namesOf(a), namesOf(b));
  return pickBest(groups, limit, hasPlace, compare).map((index) => ({
    index,
    streams: streams[index]!,
    skips: skips[index]!,
    rate: rateOf(index),
  }));
}
