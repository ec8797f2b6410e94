/** Milestones: the first play, the 1,000th, and every 10,000th. */
import type { Dataset } from '../dataset/dataset.ts';
import type { Selection } from '../dataset/selection.ts';
import { IS_PLAY, rowClasses } from './row-classes.ts';

const FIRST_STEPS = [1, 1000];
const STEP = 10_000;

export interface Milestone {
  /** Which play of the whole history it is: 1, 1,000, 10,000, 20,000, 30,000 … */
  play: number;
  /** UTC ms at which it ended. */
  endedAt: number;
  /** Indices of what was played. */
  track: number;
  song: number;
}

/**
 * The milestones that were reached in the selection, in time order. They are counted from the first
 * play of the history, not of the range: a 10,000th play happens once. Plays that ended at the same
 * moment count in the order of the rows, the shorter first.
 */
export function milestones(dataset: Dataset, { from, to, mask }: Selection): Milestone[] {
  const { endedAt, track } = dataset.columns;
  const { song } = dataset.dictionary.tracks;
  const classes = rowClasses(dataset);
  const reached: Milestone[] = [];
  let plays = 0;
  let next = nextMilestone(0);
  for (let row = 0; row < to; row++) {
    if (!(classes[row]! & IS_PLAY) || ++plays < next) continue;
    next = nextMilestone(plays);
    if (row < from || (mask && mask[row] === 0)) continue;
    const index = track[row]!;
    reached.push({ play: plays, endedAt: endedAt[row]!, track: index, song: song[index]! });
  }
  return reached;
}

/** The first milestone after so many plays. */
export function nextMilestone(plays: number): number {
  return FIRST_STEPS.find((step) => step > plays) ?? (Math.floor(plays / STEP) + 1) * STEP;
}
