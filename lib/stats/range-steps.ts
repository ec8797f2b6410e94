/** Any range in steps to draw: hours of a day, days of weeks and young histories, months of the rest. */
import type { DayRange } from '../domain/day-range.ts';
import { dayOf } from './calendar.ts';
import { type StepSetting, type Steps, eachDay, eachHour, eachMonth } from './steps.ts';
import type { TimeZone } from './time-zone.ts';
import type { RangeFigures } from '../domain/snapshot.ts';

/** A range up to this long is shown by days: one or two months would be no picture. */
const FEW_DAYS = 62;

/** Up to the step that `now` is in; null is all time, and has no step while the history is empty. */
export function rangeSteps(setting: StepSetting, days: DayRange | null): Steps {
  const { columns } = setting.whole ?? setting.dataset;
  const today = dayOf(setting.zone, setting.now);
  if (!days && columns.rows === 0) return { stepUnit: 'month', steps: [] };
  const { first, last } = days ?? allDays(setting.zone, columns.endedAt, today);
  const stepUnit = unitFor(last - first + 1);
  if (stepUnit === 'hour') return { stepUnit, steps: eachHour(setting, first) };
  const steps = { day: eachDay, month: eachMonth }[stepUnit](setting, { first, last });
  return { stepUnit, steps };
}

/** Of a history of a few days, a week: one or two bars would be no picture either. */
function allDays(zone: TimeZone, endedAt: Float64Array, today: number): DayRange {
  const first = dayOf(zone, endedAt[0]!);
  const last = Math.max(today, dayOf(zone, endedAt.at(-1)!));
  return first === last ? { first, last } : { first: Math.min(first, last - 6), last };
}

function unitFor(days: number): RangeFigures['stepUnit'] {
  if (days === 1) return 'hour';
  return days <= FEW_DAYS ? 'day' : 'month';
}
