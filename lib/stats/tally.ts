/** Sums of music by what its tracks belong to: what rankings are made of. */
import type { Dataset } from '../dataset/dataset.ts';
import type { Selection } from '../dataset/selection.ts';
import { IS_PLAY, rowClasses } from './row-classes.ts';

export interface Tally {
  streams: Uint32Array;
  plays: Uint32Array;
  playedMs: Float64Array;
}

/**
 * By group; `groupOfTrack` is a column of the tracks table. Many rows are summed up by track first,
 * and that is kept: a view asks for songs, artists and albums of the same rows, one after the other.
 */
export function tally(
  dataset: Dataset,
  selection: Selection,
  groupOfTrack: Int32Array,
  groups: number,
): Tally {
  const { from, to, mask } = selection;
  if (mask || to - from <= groupOfTrack.length) {
    return sumRows(dataset, selection, groups, groupOfTrack);
  }
  const byTrack = keptByTrack(dataset, selection);
  const sums = emptyTally(groups);
  for (let track = 0; track < groupOfTrack.length; track++) {
    if (byTrack.streams[track] === 0) continue;
    const group = groupOfTrack[track]!;
    sums.streams[group]! += byTrack.streams[track]!;
    sums.plays[group]! += byTrack.plays[track]!;
    sums.playedMs[group]! += byTrack.playedMs[track]!;
  }
  return sums;
}

/** All 0. */
export function emptyTally(groups: number): Tally {
  return {
    streams: new Uint32Array(groups),
    plays: new Uint32Array(groups),
    playedMs: new Float64Array(groups),
  };
}

/** `groupOf` null: by track. */
function sumRows(
  dataset: Dataset,
  { from, to, mask }: Selection,
  groups: number,
  groupOf: Int32Array | null,
): Tally {
  const { track, playedMs } = dataset.columns;
  const classes = rowClasses(dataset);
  const sums = emptyTally(groups);
  for (let row = from; row < to; row++) {
    if (classes[row] === 0 || (mask && mask[row] === 0)) continue;
    const group = groupOf ? groupOf[track[row]!]! : track[row]!;
    sums.streams[group]!++;
    if (classes[row]! & IS_PLAY) sums.plays[group]!++;
    sums.playedMs[group]! += playedMs[row]!;
  }
  return sums;
}

/** A range, the one it is compared with, and all: few megabytes each. */
const KEPT = 3;
const kept = new WeakMap<Dataset['columns'], Map<string, Tally>>();

/** Of a selection without a mask. */
function keptByTrack(dataset: Dataset, selection: Selection): Tally {
  let known = kept.get(dataset.columns);
  if (!known) {
    known = new Map();
    kept.set(dataset.columns, known);
  }
  const key = `${selection.from} ${selection.to}`;
  const sums = known.get(key) ?? sumRows(dataset, selection, tracksOf(dataset), null);
  // The one used last is the last to go.
  known.delete(key);
  known.set(key, sums);
  const [oldest] = known.keys();
  if (known.size > KEPT && oldest !== undefined) known.delete(oldest);
  return sums;
}

function tracksOf({ dictionary }: Dataset): number {
  return dictionary.tracks.hash.length;
}
