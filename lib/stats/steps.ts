/** Sums of equal stretches of local time, each with where it begins and whether it was seen at all. */
import type { Dataset } from '../dataset/dataset.ts';
import type { DayRange } from '../domain/day-range.ts';
import type { RangeFigures } from '../domain/snapshot.ts';
import type { TimeRange } from '../domain/time-range.ts';
import { byDay } from './by-day.ts';
import { byHour } from './by-hour.ts';
import { byMonth } from './by-month.ts';
import { firstDayOfMonth, monthOfDay, startOfDay } from './calendar.ts';
import { DAY_MS, fromLocal, HOUR_MS, type TimeZone } from './time-zone.ts';

/** Music heard step by step, oldest first. */
export type Steps = Pick<RangeFigures, 'steps' | 'stepUnit'>;

export interface StepSetting {
  dataset: Dataset;
  zone: TimeZone;
  coverage: readonly TimeRange[];
  /** UTC ms. */
  now: number;
}

export function eachHour(setting: StepSetting, day: number): Steps['steps'] {
  const { dataset, zone } = setting;
  const midnight = day * DAY_MS;
  const startOf = (hour: number) => fromLocal(zone, midnight + hour * HOUR_MS);
  return finish(setting, byHour(dataset, zone, day).playedMs, startOf);
}

export function eachDay(setting: StepSetting, days: DayRange): Steps['steps'] {
  const { dataset, zone } = setting;
  const startOf = (step: number) => startOfDay(zone, days.first + step);
  return finish(setting, byDay(dataset, zone, days).playedMs, startOf);
}

/** Whole months: the first and the last may reach beyond `days`. */
export function eachMonth(setting: StepSetting, days: DayRange): Steps['steps'] {
  const { dataset, zone } = setting;
  const first = monthOfDay(days.first);
  const startOf = (step: number) => startOfDay(zone, firstDayOfMonth(first + step));
  const { playedMs } = byMonth(dataset, zone, { first, last: monthOfDay(days.last) });
  return finish(setting, playedMs, startOf);
}

/** Leaves out what is still to come, and what the zone's clocks have skipped. */
function finish(
  { coverage, now }: StepSetting,
  sums: Float64Array,
  startOf: (step: number) => number,
): Steps['steps'] {
  const steps: Steps['steps'] = [];
  for (const [step, playedMs] of sums.entries()) {
    const start = startOf(step);
    const end = startOf(step + 1);
    if (start > now || start === end) continue;
    const covered = coverage.some(({ from, to }) => from < end && to >= start);
    steps.push({ start, playedMs, covered });
  }
  return steps;
}
