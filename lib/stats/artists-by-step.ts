/** How the listening of a few artists, and of everybody else, falls on steps of time. */
import type { Dataset } from '../dataset/dataset.ts';
import type { Selection } from '../dataset/selection.ts';
import type { StepSums } from './local-steps.ts';
import { dayTable, rowDays } from './row-days.ts';
import { IS_PLAY, rowClasses } from './row-classes.ts';
import { DAY_MS, HOUR_MS, type TimeZone, toLocal } from './time-zone.ts';

/** Steps of local time, numbered from 0, as a row finds its own; others are left out. */
export interface RowSteps {
  count: number;
  stepOf: (row: number) => number;
}

export interface ArtistSteps {
  /** In the order of the artists asked for. */
  artists: StepSums[];
  /** Everybody else's, and music without an artist. */
  rest: StepSums;
}

/** @param artists their indices, each once. */
export function artistsByStep(
  dataset: Dataset,
  { from, to, mask }: Selection,
  artists: readonly number[],
  { count, stepOf }: RowSteps,
): ArtistSteps {
  const { track, playedMs } = dataset.columns;
  const { dictionary } = dataset;
  const classes = rowClasses(dataset);
  const layers = Array.from({ length: artists.length + 1 }, () => emptySums(count));
  /** By artist; the last layer for all who have none. */
  const layerOf = new Uint16Array(dictionary.artists.hash.length).fill(artists.length);
  for (const [layer, artist] of artists.entries()) layerOf[artist] = layer;
  for (let row = from; row < to; row++) {
    if (classes[row] === 0 || (mask && mask[row] === 0)) continue;
    const step = stepOf(row);
    if (step < 0 || step >= count) continue;
    const sums = layers[layerOf[dictionary.tracks.artist[track[row]!]!]!]!;
    if (classes[row]! & IS_PLAY) sums.plays[step]!++;
    sums.playedMs[step]! += playedMs[row]!;
  }
  const rest = layers.pop() ?? emptySums(count);
  return { artists: layers, rest };
}

/** Days, months or quarters, by the local day of each row: from `first` on, `count` of them. */
export function stepsOfDays(
  dataset: Dataset,
  selection: Selection,
  zone: TimeZone,
  { first, count, of }: { first: number; count: number; of: (day: number) => number },
): RowSteps {
  const { from, to } = selection;
  const days = rowDays(dataset, zone);
  // Where clocks are set back over midnight, a day may come before the first row's.
  const begin = from < to ? days[from]! - 1 : 0;
  const table = dayTable(begin, from < to ? days[to - 1]! + 1 : -1, of);
  return { count, stepOf: (row) => table[days[row]! - begin]! - first };
}

/** The 24 hours of one local day. */
export function stepsOfHours({ columns }: Dataset, zone: TimeZone, day: number): RowSteps {
  const midnight = day * DAY_MS;
  return {
    count: 24,
    stepOf: (row) => Math.floor((toLocal(zone, columns.endedAt[row]!) - midnight) / HOUR_MS),
  };
}

function emptySums(steps: number): StepSums {
  return { plays: new Uint32Array(steps), playedMs: new Float64Array(steps) };
}
