/** The head of the page of one song, artist or album: how much, how often left, since when. */
import type { Dataset } from '../dataset/dataset.ts';
import type { Selection } from '../dataset/selection.ts';
import { IS_PLAY, IS_SKIP, rowClasses } from './row-classes.ts';
import { type Totals, totals } from './totals.ts';

/** One play, and where it is in the columns. */
export interface PlayAt {
  row: number;
  /** UTC ms. */
  endedAt: number;
}

export interface SubjectTotals extends Totals {
  skips: number;
  /** Null without a play: streams alone do not make one. */
  firstPlay: PlayAt | null;
  lastPlay: PlayAt | null;
}

/** @param selection the rows that are its own (`ownHistory`). */
export function subjectTotals(dataset: Dataset, selection: Selection): SubjectTotals {
  const { from, to, mask } = selection;
  const { endedAt } = dataset.columns;
  const classes = rowClasses(dataset);
  let skips = 0;
  let first = -1;
  let last = -1;
  for (let row = from; row < to; row++) {
    if (mask && mask[row] === 0) continue;
    if (classes[row]! & IS_SKIP) skips++;
    if (!(classes[row]! & IS_PLAY)) continue;
    if (first < 0) first = row;
    last = row;
  }
  const playAt = (row: number) => (row < 0 ? null : { row, endedAt: endedAt[row]! });
  return {
    ...totals(dataset, selection),
    skips,
    firstPlay: playAt(first),
    lastPlay: playAt(last),
  };
}
