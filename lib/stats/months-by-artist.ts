/** Months stacked by artist: who the listening of each local month went to. */
import type { Dataset } from '../dataset/dataset.ts';
import type { Selection } from '../dataset/selection.ts';
import { monthOfDay } from './calendar.ts';
import { listMonths } from './listed-days.ts';
import type { StepSums } from './local-steps.ts';
import type { RankBy } from './ranking.ts';
import { dayTable, rowDays } from './row-days.ts';
import { IS_PLAY, rowClasses } from './row-classes.ts';
import type { TimeZone } from './time-zone.ts';
import { topArtists } from './top-artists.ts';

export interface MonthsByArtist {
  /** The first local month with music, counted from January 1970. */
  first: number;
  /** How many months there are, up to the last with music: the length of every layer. */
  months: number;
  /** The top artists of the selection, in their order; by month. */
  artists: (StepSums & { index: number })[];
  /** Everybody else's, and music without an artist. */
  rest: StepSums;
}

/** @param top how many artists have a layer of their own. */
export function monthsByArtist(
  dataset: Dataset,
  selection: Selection,
  zone: TimeZone,
  { by, top }: { by: RankBy; top: number },
): MonthsByArtist {
  const { from, to, mask } = selection;
  const { track, playedMs } = dataset.columns;
  const { artists, tracks } = dataset.dictionary;
  const heard = listMonths(dataset, selection, zone);
  const first = heard[0]?.month ?? 0;
  const months = heard.length === 0 ? 0 : heard.at(-1)!.month - first + 1;
  const best = topArtists(dataset, selection, by, top);
  const layers = Array.from({ length: best.length + 1 }, () => emptySums(months));
  /** By artist; the last layer for all who have none. */
  const layerOf = new Uint16Array(artists.hash.length).fill(best.length);
  for (const [layer, { index }] of best.entries()) layerOf[index] = layer;
  const classes = rowClasses(dataset);
  const days = rowDays(dataset, zone);
  // Where clocks are set back over midnight, a day may come before the first row's.
  const begin = from < to ? days[from]! - 1 : 0;
  const table = dayTable(begin, from < to ? days[to - 1]! + 1 : -1, monthOfDay);
  for (let row = from; row < to; row++) {
    if (classes[row] === 0 || (mask && mask[row] === 0)) continue;
    const sums = layers[layerOf[tracks.artist[track[row]!]!]!]!;
    const month = table[days[row]! - begin]! - first;
    if (classes[row]! & IS_PLAY) sums.plays[month]!++;
    sums.playedMs[month]! += playedMs[row]!;
  }
  const rest = layers.pop() ?? emptySums(months);
  const own = best.map(({ index }, layer) => Object.assign(layers[layer]!, { index }));
  return { first, months, artists: own, rest };
}

function emptySums(months: number): StepSums {
  return { plays: new Uint32Array(months), playedMs: new Float64Array(months) };
}
