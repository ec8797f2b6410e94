/** What a row counts as: the definition of a play, and of music, in one byte a row. */
import { ESTIMATED, MUSIC, TRACK_DONE } from '../dataset/columns.ts';
import type { Dataset } from '../dataset/dataset.ts';

/** Bits of a class. */
export const IS_MUSIC = 1;
/** A play of music: 30 s heard, or ended by itself, or reported by Spotify as played. */
export const IS_PLAY = 2;

const PLAY_MS = 30_000;

const classes = new WeakMap<Dataset, Uint8Array>();

/** By row; computed once a dataset. */
export function rowClasses(dataset: Dataset): Uint8Array {
  let known = classes.get(dataset);
  if (!known) {
    known = classify(dataset);
    classes.set(dataset, known);
  }
  return known;
}

function classify({ columns, dictionary }: Dataset): Uint8Array {
  const { rows, playedMs, quality, reasonEnd, track } = columns;
  const { kind } = dictionary.tracks;
  const result = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    if (kind[track[row]!] !== MUSIC) continue;
    const isPlay =
      playedMs[row]! >= PLAY_MS || reasonEnd[row] === TRACK_DONE || quality[row] === ESTIMATED;
    result[row] = isPlay ? IS_MUSIC | IS_PLAY : IS_MUSIC;
  }
  return result;
}
