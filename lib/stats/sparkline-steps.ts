/** The sparkline of a range: hours of today, days of weeks and young histories, months of the rest. */
import type { Dataset } from '../dataset/dataset.ts';
import type { RangeFigures, RangeKey } from '../domain/snapshot.ts';
import type { TimeRange } from '../domain/time-range.ts';
import { byDay } from './by-day.ts';
import { byHour } from './by-hour.ts';
import { byMonth } from './by-month.ts';
import { dayOf, firstDayOfMonth, monthOfDay, startOfDay } from './calendar.ts';
import { type DayRange, dayRange } from './ranges.ts';
import { DAY_MS, fromLocal, HOUR_MS, type TimeZone } from './time-zone.ts';

type Steps = Pick<RangeFigures, 'steps' | 'stepUnit'>;

interface Setting {
  dataset: Dataset;
  zone: TimeZone;
  coverage: readonly TimeRange[];
  /** UTC ms. */
  now: number;
}

/** A history younger than this is shown by days: one or two months would be no picture. */
const FEW_DAYS = 62;

/** Up to the step that `now` is in; none for all time while the history is empty. */
export function sparklineSteps(setting: Setting, key: RangeKey): Steps {
  const { dataset, zone, now } = setting;
  const today = dayOf(zone, now);
  const days = dayRange(key, today);
  if (key === 'today') return { stepUnit: 'hour', steps: hours(setting, today) };
  if (days && key !== 'this-year') return { stepUnit: 'day', steps: eachDay(setting, days) };
  const begin = days?.first ?? firstDay(dataset, zone);
  if (begin !== null && key === 'all-time' && today - begin < FEW_DAYS) {
    return { stepUnit: 'day', steps: eachDay(setting, { first: begin, last: today }) };
  }
  const steps = begin === null ? [] : months(setting, monthOfDay(begin), monthOfDay(today));
  return { stepUnit: 'month', steps };
}

function hours(setting: Setting, today: number): Steps['steps'] {
  const { dataset, zone } = setting;
  const midnight = today * DAY_MS;
  const startOf = (hour: number) => fromLocal(zone, midnight + hour * HOUR_MS);
  return finish(setting, byHour(dataset, zone, today).playedMs, startOf);
}

function eachDay(setting: Setting, days: DayRange): Steps['steps'] {
  const { dataset, zone } = setting;
  const startOf = (step: number) => startOfDay(zone, days.first + step);
  return finish(setting, byDay(dataset, zone, days).playedMs, startOf);
}

function months(setting: Setting, first: number, last: number): Steps['steps'] {
  const { dataset, zone } = setting;
  const startOf = (step: number) => startOfDay(zone, firstDayOfMonth(first + step));
  return finish(setting, byMonth(dataset, zone, { first, last }).playedMs, startOf);
}

/** Leaves out what is still to come, and what the zone's clocks have skipped. */
function finish(
  { coverage, now }: Setting,
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

function firstDay({ columns }: Dataset, zone: TimeZone): number | null {
  return columns.rows > 0 ? dayOf(zone, columns.endedAt[0]!) : null;
}
