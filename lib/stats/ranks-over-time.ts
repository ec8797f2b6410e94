/** Rank over time: the place of one song, artist or album in each month or year it was heard in. */
import type { Dataset } from '../dataset/dataset.ts';
import { NONE } from '../dataset/dictionary.ts';
import { selectAll, type Selection } from '../dataset/selection.ts';
import type { DayRange } from '../domain/day-range.ts';
import { firstDayOfMonth } from './calendar.ts';
import { groupingOf, type Subject } from './grouping.ts';
import { listMonths } from './listed-days.ts';
import { ownHistory } from './own-history.ts';
import { compareTallied, type RankBy } from './ranking.ts';
import type { Tally } from './tally.ts';
import { IS_PLAY, rowClasses } from './row-classes.ts';
import { selectDays } from './select-days.ts';
import type { TimeZone } from './time-zone.ts';

export interface RankedPeriod {
  /** A local month counted from January 1970, or a year (2026). */
  period: number;
  /** The place among all of its kind with a stream in that period, from 1, and how many those are. */
  rank: number;
  among: number;
  plays: number;
  playedMs: number;
}

/**
 * Months or years in which it has a stream, in time order; those without have no entry. Ranked as
 * top lists are, over the whole history.
 */
export function ranksOverTime(
  dataset: Dataset,
  zone: TimeZone,
  { subject, index, by }: { subject: Subject; index: number; by: RankBy },
  unit: 'month' | 'year',
): RankedPeriod[] {
  const { groupOfTrack, groups, namesOf } = groupingOf(dataset, subject);
  const { dataset: own } = ownHistory(dataset, subject, index);
  const months = listMonths(own, selectAll(own.columns), zone).map(({ month }) => month);
  const periods = unit === 'month' ? months : new Set(months.map(yearOfMonth));
  const sums: Tally = {
    streams: new Uint32Array(groups),
    plays: new Uint32Array(groups),
    playedMs: new Float64Array(groups),
  };
  const compare = compareTallied(sums, { by, namesOf });
  return Array.from(periods, (period) => {
    const days = unit === 'month' ? daysOfMonth(period) : daysOfYear(period);
    const met = addUp(dataset, selectDays(dataset.columns, zone, days), groupOfTrack, sums);
    const rank = 1 + met.filter((other) => compare(other, index) < 0).length;
    const plays = sums.plays[index]!;
    const playedMs = sums.playedMs[index]!;
    for (const group of [NONE, ...met]) {
      sums.streams[group] = 0;
      sums.plays[group] = 0;
      sums.playedMs[group] = 0;
    }
    return { period, rank, among: met.length, plays, playedMs };
  });
}

/** As `tally` does, but into sums that are all 0, and with a list of what they were added to. */
function addUp(
  dataset: Dataset,
  { from, to, mask }: Selection,
  groupOfTrack: Int32Array,
  sums: Tally,
): number[] {
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
  return met;
}

function yearOfMonth(month: number): number {
  return 1970 + Math.floor(month / 12);
}

function daysOfMonth(month: number): DayRange {
  return { first: firstDayOfMonth(month), last: firstDayOfMonth(month + 1) - 1 };
}

function daysOfYear(year: number): DayRange {
  const january = (year - 1970) * 12;
  return { first: firstDayOfMonth(january), last: firstDayOfMonth(january + 12) - 1 };
}
