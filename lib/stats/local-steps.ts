/** Sums music by steps of the local clock: the loop behind hours. */
import type { Dataset } from '../dataset/dataset.ts';
import type { Selection } from '../dataset/selection.ts';
import { IS_PLAY, rowClasses } from './row-classes.ts';
import { offsetIndex, type TimeZone } from './time-zone.ts';

export interface StepSums {
  plays: Uint32Array;
  playedMs: Float64Array;
}

/**
 * @param stepOf the step of a local time (ms of the local clock, as if that were UTC); what is
 *   outside 0 … `steps` − 1 is left out.
 */
export function sumSteps(
  dataset: Dataset,
  { from, to, mask }: Selection,
  zone: TimeZone,
  steps: number,
  stepOf: (local: number) => number,
): StepSums {
  const { endedAt, playedMs } = dataset.columns;
  const { starts, offsetsMs } = zone;
  const classes = rowClasses(dataset);
  const sums: StepSums = { plays: new Uint32Array(steps), playedMs: new Float64Array(steps) };
  // Rows are in time order: the zone's table is walked along with them.
  let entry = from < to ? offsetIndex(zone, endedAt[from]!) : 0;
  for (let row = from; row < to; row++) {
    if (classes[row] === 0 || (mask && mask[row] === 0)) continue;
    const time = endedAt[row]!;
    while (entry + 1 < starts.length && starts[entry + 1]! <= time) entry++;
    const step = stepOf(time + offsetsMs[entry]!);
    if (step < 0 || step >= steps) continue;
    if (classes[row]! & IS_PLAY) sums.plays[step]!++;
    sums.playedMs[step]! += playedMs[row]!;
  }
  return sums;
}
