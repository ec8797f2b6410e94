/** Sums of each local month or year by song, artist or album: the ground of ranks over time. */
import type { Dataset } from '../dataset/dataset.ts';
import { NONE } from '../dataset/dictionary.ts';
import { selectAll, type Selection } from '../dataset/selection.ts';
import type { DayRange } from '../domain/day-range.ts';
import type { Steps } from '../domain/steps.ts';
import { firstDayOfMonth, yearOfMonth } from './calendar.ts';
import { groupingOf, type Subject } from './grouping.ts';
import { KeptSteps } from './kept-steps.ts';
import { listMonths } from './listed-days.ts';
import { emptyTally, type Tally } from './tally.ts';
import { IS_PLAY, rowClasses } from './row-classes.ts';
import { selectDays } from './select-days.ts';
import type { TimeZone } from './time-zone.ts';

export type PeriodUnit = 'month' | 'year';

/** Of all that have a stream in the period, in the order in which they are met. */
export interface PeriodTally extends Pick<Tally, 'plays' | 'playedMs'> {
  /** A local month counted from January 1970, or a year (2026). */
  period: number;
  /** By entry: the index of the song, artist or album. */
  indices: Int32Array;
}

const kept = new KeptSteps<string, PeriodTally[]>();

type Arguments = [dataset: Dataset, zone: TimeZone, subject: Subject, unit: PeriodUnit];

/** Every period with a music stream, in time order; computed once for a history, zone and kind. */
export function periodTallies(...given: Arguments): PeriodTally[] {
  return kept.get(given[0].columns, keyOf(given), () => tallyPeriods(...given));
}

/** Computes them period by period, before they are asked for. */
export function preparePeriodTallies(...given: Arguments): Steps<void> {
  return kept.ahead(given[0].columns, keyOf(given), () => tallyPeriods(...given));
}

function keyOf([, zone, subject, unit]: Arguments): string {
  return `${zone.name} ${subject} ${unit}`;
}

function* tallyPeriods(...[dataset, zone, subject, unit]: Arguments): Steps<PeriodTally[]> {
  const { groupOfTrack, groups } = groupingOf(dataset, subject);
  const months = listMonths(dataset, selectAll(dataset.columns), zone).map(({ month }) => month);
  const periods = unit === 'month' ? months : new Set(months.map(yearOfMonth));
  const sums = emptyTally(groups);
  const tallies: PeriodTally[] = [];
  for (const period of periods) {
    yield;
    const days = unit === 'month' ? daysOfMonth(period) : daysOfYear(period);
    const selection = selectDays(dataset.columns, zone, days);
    const indices = addUp(dataset, selection, groupOfTrack, sums);
    const plays = new Uint32Array(indices.length);
    const playedMs = new Float64Array(indices.length);
    for (const [entry, index] of indices.entries()) {
      plays[entry] = sums.plays[index]!;
      playedMs[entry] = sums.playedMs[index]!;
      clear(sums, index);
    }
    clear(sums, NONE);
    tallies.push({ period, indices, plays, playedMs });
  }
  return tallies;
}

/** As `tally` does, but into sums that are all 0, and with a list of what they were added to. */
function addUp(
  dataset: Dataset,
  { from, to, mask }: Selection,
  groupOfTrack: Int32Array,
  sums: Tally,
): Int32Array {
  const { track, playedMs } = dataset.columns;
  const classes = rowClasses(dataset);
  const met: number[] = [];
  for (let row = from; row < to; row++) {
    if (classes[row] === 0 || (mask && mask[row] === 0)) continue;
    const group = groupOfTrack[track[row]!]!;
    if (sums.streams[group]!++ === 0 && group !== NONE) met.push(group);
    if (classes[row]! & IS_PLAY) sums.plays[group]!++;
    sums.playedMs[group]! += playedMs[row]!;
  }
  return Int32Array.from(met);
}

function clear({ streams, plays, playedMs }: Tally, index: number): void {
  streams[index] = 0;
  plays[index] = 0;
  playedMs[index] = 0;
}

function daysOfMonth(month: number): DayRange {
  return { first: firstDayOfMonth(month), last: firstDayOfMonth(month + 1) - 1 };
}

function daysOfYear(year: number): DayRange {
  const january = (year - 1970) * 12;
  return { first: firstDayOfMonth(january), last: firstDayOfMonth(january + 12) - 1 };
}
