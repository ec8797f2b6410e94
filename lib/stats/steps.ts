/** Sums of equal stretches of local time, each with where it begins and whether it was seen at all. */
import type { Dataset } from '../dataset/dataset.ts';
import type { Selection } from '../dataset/selection.ts';
import type { DayRange } from '../domain/day-range.ts';
import type { RangeFigures } from '../domain/snapshot.ts';
import type { TimeRange } from '../domain/time-range.ts';
import { byDay } from './by-day.ts';
import { byHour } from './by-hour.ts';
import { byMonth } from './by-month.ts';
import { firstDayOfMonth, monthOfDay, startOfDay } from './calendar.ts';
import { howRecorded } from './covered-days.ts';
import type { StepSums } from './local-steps.ts';
import { DAY_MS, fromLocal, HOUR_MS, type TimeZone } from './time-zone.ts';

/** One stretch of local time. */
export type Step = RangeFigures['steps'][number] & {
  plays: number;
  /** Covered, but not whole: what is known of it is no amount to hold against others. */
  partly: boolean;
};

/** Music heard step by step, oldest first. */
export interface Steps extends Pick<RangeFigures, 'stepUnit'> {
  steps: Step[];
}

export interface StepSetting {
  dataset: Dataset;
  zone: TimeZone;
  coverage: readonly TimeRange[];
  /** UTC ms. */
  now: number;
  /** What is summed up; all when not given. */
  within?: Selection;
  /** Where the dataset is a part of a history: the whole, from whose first stream on all time is. */
  whole?: Dataset;
}

export function eachHour(setting: StepSetting, day: number): Step[] {
  const { dataset, zone, within } = setting;
  const midnight = day * DAY_MS;
  const startOf = (hour: number) => fromLocal(zone, midnight + hour * HOUR_MS);
  return finish(setting, byHour(dataset, zone, day, within), startOf);
}

export function eachDay(setting: StepSetting, days: DayRange): Step[] {
  const { dataset, zone, within } = setting;
  const startOf = (step: number) => startOfDay(zone, days.first + step);
  return finish(setting, byDay(dataset, zone, days, within), startOf);
}

/** Whole months: the first and the last may reach beyond `days`, but for what is selected of them. */
export function eachMonth(setting: StepSetting, days: DayRange): Step[] {
  const { dataset, zone, within } = setting;
  const first = monthOfDay(days.first);
  const startOf = (step: number) => startOfDay(zone, firstDayOfMonth(first + step));
  const sums = byMonth(dataset, zone, { first, last: monthOfDay(days.last) }, within);
  const bounds = { from: startOfDay(zone, days.first), to: startOfDay(zone, days.last + 1) };
  return finish(setting, sums, startOf, within && bounds);
}

/**
 * Leaves out what is still to come, and what the zone's clocks have skipped.
 *
 * @param bounds what is asked about; a step that reaches beyond is known by what it has within.
 */
function finish(
  { coverage, now }: StepSetting,
  { plays, playedMs: times }: StepSums,
  startOf: (step: number) => number,
  bounds: TimeRange = { from: -Infinity, to: Infinity },
): Step[] {
  const steps: Step[] = [];
  for (const [step, playedMs] of times.entries()) {
    const start = startOf(step);
    const end = startOf(step + 1);
    if (start > now || start === end) continue;
    const counted = { from: Math.max(start, bounds.from), to: Math.min(end, bounds.to) };
    const recorded = howRecorded(coverage, counted, now);
    steps.push({
      start,
      playedMs,
      plays: plays[step]!,
      covered: recorded !== 'nothing',
      partly: recorded === 'part',
    });
  }
  return steps;
}
