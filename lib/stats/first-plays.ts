/** Where each artist and each song was played first: what discoveries and seasons ask. */
import type { Dataset } from '../dataset/dataset.ts';
import { IS_PLAY, rowClasses } from './row-classes.ts';

const known = new WeakMap<Dataset['columns'], { artists?: Int32Array; songs?: Int32Array }>();

/** By artist or song: the row of the first play ever; −1 for what was never played. Kept a dataset. */
export function firstPlays(dataset: Dataset, of: 'artists' | 'songs'): Int32Array {
  let rows = known.get(dataset.columns);
  if (!rows) {
    rows = {};
    known.set(dataset.columns, rows);
  }
  rows[of] ??= findFirstPlays(dataset, of);
  return rows[of];
}

function findFirstPlays(dataset: Dataset, of: 'artists' | 'songs'): Int32Array {
  const { columns, dictionary } = dataset;
  const { rows, track } = columns;
  const groupOfTrack = of === 'artists' ? dictionary.tracks.artist : dictionary.tracks.song;
  const classes = rowClasses(dataset);
  const first = new Int32Array(dictionary[of].hash.length).fill(-1);
  for (let row = 0; row < rows; row++) {
    if (!(classes[row]! & IS_PLAY)) continue;
    const group = groupOfTrack[track[row]!]!;
    if (first[group]! < 0) first[group] = row;
  }
  return first;
}
