/** What became of every song: how often it was played, how long, and when it was last heard. */
import type { Columns } from '../dataset/columns.ts';
import type { Dataset } from '../dataset/dataset.ts';
import type { Selection } from '../dataset/selection.ts';
import { rowClasses } from './row-classes.ts';
import { type Tally, tally } from './tally.ts';

/** By song. */
export interface HeardSongs extends Tally {
  /** UTC ms of the last stream, however short; −∞ where there is none. */
  lastHeardAt: Float64Array;
}

const known = new WeakMap<Columns, { selection: Selection; heard: HeardSongs }>();

/** The last answer of a dataset is kept: two hundred playlists ask the same. */
export function heardSongs(dataset: Dataset, selection: Selection): HeardSongs {
  const last = known.get(dataset.columns);
  if (last && isSame(last.selection, selection)) return last.heard;
  const heard = addUp(dataset, selection);
  known.set(dataset.columns, { selection, heard });
  return heard;
}

function isSame(one: Selection, other: Selection): boolean {
  return one.from === other.from && one.to === other.to && one.mask === other.mask;
}

function addUp(dataset: Dataset, selection: Selection): HeardSongs {
  const { from, to, mask } = selection;
  const { endedAt, track } = dataset.columns;
  const { songs, tracks } = dataset.dictionary;
  const classes = rowClasses(dataset);
  const lastHeardAt = new Float64Array(songs.hash.length).fill(-Infinity);
  for (let row = from; row < to; row++) {
    if (classes[row] === 0 || (mask && mask[row] === 0)) continue;
    lastHeardAt[tracks.song[track[row]!]!] = endedAt[row]!;
  }
  return { ...tally(dataset, selection, tracks.song, songs.hash.length), lastHeardAt };
}
