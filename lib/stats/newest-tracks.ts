/** Which track stands for a song: of several, the one heard last. */
import type { Columns } from '../dataset/columns.ts';
import type { Dataset } from '../dataset/dataset.ts';
import { rowClasses } from './row-classes.ts';

const known = new WeakMap<Columns, Int32Array>();

/** By song: an index into the dictionary's tracks, −1 without a stream; computed once a dataset. */
export function newestTracks(dataset: Dataset): Int32Array {
  let tracks = known.get(dataset.columns);
  if (!tracks) {
    tracks = findNewest(dataset);
    known.set(dataset.columns, tracks);
  }
  return tracks;
}

function findNewest(dataset: Dataset): Int32Array {
  const { rows, track } = dataset.columns;
  const { songs, tracks } = dataset.dictionary;
  const classes = rowClasses(dataset);
  const newest = new Int32Array(songs.hash.length).fill(-1);
  for (let row = 0; row < rows; row++) {
    if (classes[row] !== 0) newest[tracks.song[track[row]!]!] = track[row]!;
  }
  return newest;
}
