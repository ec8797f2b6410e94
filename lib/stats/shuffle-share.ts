/** Shuffle share: how much of the music came in shuffled order. */
import type { Dataset } from '../dataset/dataset.ts';
import type { Selection } from '../dataset/selection.ts';
import { FLAGS } from '../domain/stream-codes.ts';
import { rowClasses } from './row-classes.ts';

const SHIFT = 2 * FLAGS.indexOf('shuffle');
const UNKNOWN = 0;
const SHUFFLED = 2;

export interface ShuffleShare {
  /** Music streams of which it is known. */
  streams: number;
  shuffled: number;
  /** Shuffled of these, 0 … 1; null when it is known of none. */
  share: number | null;
}

export function shuffleShare(dataset: Dataset, { from, to, mask }: Selection): ShuffleShare {
  const { flags } = dataset.columns;
  const classes = rowClasses(dataset);
  let streams = 0;
  let shuffled = 0;
  for (let row = from; row < to; row++) {
    if (classes[row] === 0 || (mask && mask[row] === 0)) continue;
    const shuffle = (flags[row]! >> SHIFT) & 3;
    if (shuffle !== UNKNOWN) streams++;
    if (shuffle === SHUFFLED) shuffled++;
  }
  return { streams, shuffled, share: streams > 0 ? shuffled / streams : null };
}
