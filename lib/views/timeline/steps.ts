/** What a range is drawn in: the hours of a day, the days of weeks, or months; none of the future. */
import type { DayRange } from '../../domain/day-range.ts';
import { firstDayOfMonth, monthOfDay } from '../../stats/calendar.ts';
import { howRecorded, type Recorded } from '../../stats/covered-days.ts';
import { DAY_MS, fromLocal, HOUR_MS, toLocal } from '../../stats/time-zone.ts';
import { recordedIn, type ViewSetting } from '../view-setting.ts';

export interface TimeSteps {
  unit: 'hour' | 'day' | 'month';
  /** A local day, or a local month counted from January 1970; 0 for hours. */
  first: number;
  count: number;
}

/** The days of the setting's range that have begun; all time begins with the first music. */
export function daysSoFar({ scope, days, today }: ViewSetting): DayRange {
  const range = days ?? scope.days ?? { first: today, last: today };
  const last = Math.max(range.last, days ? range.last : today);
  return { first: range.first, last: Math.max(range.first, Math.min(last, today)) };
}

/** @param mostDays a longer range is drawn in months. */
export function chooseUnit({ first, last }: DayRange, mostDays: number): TimeSteps['unit'] {
  if (first === last) return 'hour';
  return last - first < mostDays ? 'day' : 'month';
}

/** Of today, the hours that have begun. */
export function stepsIn(
  { today, now, scope: { zone } }: ViewSetting,
  { first, last }: DayRange,
  unit: TimeSteps['unit'],
): TimeSteps {
  if (unit === 'hour') {
    const hour = Math.floor((toLocal(zone, now) - first * DAY_MS) / HOUR_MS);
    return { unit, first: 0, count: first === today ? hour + 1 : 24 };
  }
  if (unit === 'day') return { unit, first, count: last - first + 1 };
  const month = monthOfDay(first);
  return { unit, first: month, count: monthOfDay(last) - month + 1 };
}

/** The days of a step within the range; of an hour, its day. */
export function daysOfStep({ unit, first }: TimeSteps, step: number, range: DayRange): DayRange {
  if (unit === 'hour') return range;
  if (unit === 'day') return { first: first + step, last: first + step };
  return {
    first: Math.max(range.first, firstDayOfMonth(first + step)),
    last: Math.min(range.last, firstDayOfMonth(first + step + 1) - 1),
  };
}

/** How much of each step the history has seen. */
export function recordedSteps(setting: ViewSetting, steps: TimeSteps, range: DayRange): Recorded[] {
  const { coverage, now, scope } = setting;
  const midnight = range.first * DAY_MS;
  return Array.from({ length: steps.count }, (_, step) => {
    if (steps.unit !== 'hour') return recordedIn(setting, daysOfStep(steps, step, range));
    const [from, to] = [step, step + 1].map((hour) =>
      fromLocal(scope.zone, midnight + hour * HOUR_MS),
    );
    return howRecorded(coverage, { from: from!, to: to! }, now);
  });
}

/** False where the history has a gap through all of a step. */
export function coveredSteps(setting: ViewSetting, steps: TimeSteps, range: DayRange): boolean[] {
  return recordedSteps(setting, steps, range).map((recorded) => recorded !== 'nothing');
}
