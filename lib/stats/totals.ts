/** Totals of music: how many streams, how many of them plays, how long. */
import type { Dataset } from '../dataset/dataset.ts';
import type { Selection } from '../dataset/selection.ts';
import { IS_PLAY, rowClasses } from './row-classes.ts';

export interface Totals {
  streams: number;
  plays: number;
  playedMs: number;
}

export function totals(dataset: Dataset, { from, to, mask }: Selection): Totals {
  const { playedMs } = dataset.columns;
  const classes = rowClasses(dataset);
  const sum: Totals = { streams: 0, plays: 0, playedMs: 0 };
  for (let row = from; row < to; row++) {
    if (classes[row] === 0 || (mask && mask[row] === 0)) continue;
    sum.streams++;
    if (classes[row]! & IS_PLAY) sum.plays++;
    sum.playedMs += playedMs[row]!;
  }
  return sum;
}
