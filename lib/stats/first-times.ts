/** First-time songs and artists: how many of those played in a range had never been played before. */
import type { Dataset } from '../dataset/dataset.ts';
import { NONE } from '../dataset/dictionary.ts';
import type { Selection } from '../dataset/selection.ts';
import { firstPlays } from './first-plays.ts';
import { groupingOf } from './grouping.ts';
import { IS_PLAY, rowClasses } from './row-classes.ts';
import { isSelected } from './selections.ts';

export interface FirstTimes {
  /** Distinct, with a play in the selection. */
  played: number;
  /** Those of them whose first play ever is in it. */
  firstTimes: number;
}

export function firstTimes(
  dataset: Dataset,
  selection: Selection,
  of: 'songs' | 'artists',
): FirstTimes {
  const { from, to, mask } = selection;
  const { track } = dataset.columns;
  const { groupOfTrack, groups } = groupingOf(dataset, of);
  const classes = rowClasses(dataset);
  const isPlayed = new Uint8Array(groups);
  for (let row = from; row < to; row++) {
    if (!(classes[row]! & IS_PLAY) || (mask && mask[row] === 0)) continue;
    isPlayed[groupOfTrack[track[row]!]!] = 1;
  }
  const first = firstPlays(dataset, of);
  const result: FirstTimes = { played: 0, firstTimes: 0 };
  for (let index = NONE + 1; index < groups; index++) {
    if (isPlayed[index] === 0) continue;
    result.played++;
    if (isSelected(selection, first[index]!)) result.firstTimes++;
  }
  return result;
}
