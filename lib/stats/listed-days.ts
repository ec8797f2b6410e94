/** The days and months of a selection as lists, for documents: charts draw `byDay` and `byMonth`. */
import type { Dataset } from '../dataset/dataset.ts';
import type { Selection } from '../dataset/selection.ts';
import { monthOfDay } from './calendar.ts';
import { rowDays } from './row-days.ts';
import { IS_PLAY, rowClasses } from './row-classes.ts';
import type { TimeZone } from './time-zone.ts';

export interface DayFigures {
  /** Local day since 1970-01-01. */
  day: number;
  plays: number;
  playedMs: number;
}

export interface MonthFigures {
  /** Local month, counted from January 1970. */
  month: number;
  plays: number;
  playedMs: number;
}

/**
 * Each local day with a music stream, however short, in time order. Days without one have no entry:
 * the history cannot know whether nothing was heard or nothing is known, and a zero would decide it.
 */
export function listDays(dataset: Dataset, selection: Selection, zone: TimeZone): DayFigures[] {
  const { from, to, mask } = selection;
  if (from >= to) return [];
  const { playedMs } = dataset.columns;
  const classes = rowClasses(dataset);
  const days = rowDays(dataset, zone);
  // Where clocks are set back over midnight, a day may come before the first row's.
  const begin = days[from]! - 1;
  const steps = days[to - 1]! + 1 - begin + 1;
  const streams = new Uint32Array(steps);
  const plays = new Uint32Array(steps);
  const times = new Float64Array(steps);
  for (let row = from; row < to; row++) {
    if (classes[row] === 0 || (mask && mask[row] === 0)) continue;
    const step = days[row]! - begin;
    streams[step]!++;
    if (classes[row]! & IS_PLAY) plays[step]!++;
    times[step]! += playedMs[row]!;
  }
  const list: DayFigures[] = [];
  for (let step = 0; step < steps; step++) {
    if (streams[step] === 0) continue;
    list.push({ day: begin + step, plays: plays[step]!, playedMs: times[step]! });
  }
  return list;
}

/** Each local month with a music stream, in time order. */
export function listMonths(dataset: Dataset, selection: Selection, zone: TimeZone): MonthFigures[] {
  const list: MonthFigures[] = [];
  for (const { day, plays, playedMs } of listDays(dataset, selection, zone)) {
    const month = monthOfDay(day);
    let figures = list.at(-1);
    if (figures?.month !== month) {
      figures = { month, plays: 0, playedMs: 0 };
      list.push(figures);
    }
    figures.plays += plays;
    figures.playedMs += playedMs;
  }
  return list;
}
