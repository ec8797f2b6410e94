/** The ranges a person can choose, as local days: by the calendar, never by 24 hours. */
import { type DayRange, parseRange } from '../domain/day-range.ts';
import { type CompareChoice, type RangeChoice, isPreset } from '../domain/range-choice.ts';
import type { RangePreset } from '../domain/range-choice.ts';
import {
  firstDayOfMonth,
  firstDayOfYear,
  monthOfDay,
  monthsEarlier,
  yearsEarlier,
} from './calendar.ts';

/** The range that ends today; null for all time, which has no first day. */
export function dayRange(key: RangePreset, today: number): DayRange | null {
  if (key === 'all-time') return null;
  return { first: FIRST_DAY[key](today), last: today };
}

const FIRST_DAY: Record<Exclude<RangePreset, 'all-time'>, (today: number) => number> = {
  today: (today) => today,
  '7-days': (today) => today - 6,
  '4-weeks': (today) => today - 27,
  '6-months': (today) => monthsEarlier(today, 6) + 1,
  'this-year': firstDayOfYear,
};

/** A preset, or the days the text names; null for all time. */
export function chosenDays(choice: RangeChoice, today: number): DayRange | null {
  return isPreset(choice) ? dayRange(choice, today) : (parseRange(choice) ?? null);
}

/**
 * What the `days` of a range are compared with; null for nothing, and for all time, unless days are
 * named.
 */
export function comparedDays(
  choice: CompareChoice,
  days: DayRange | null,
  range: RangeChoice,
): DayRange | null {
  if (choice === 'none') return null;
  if (choice !== 'before' && choice !== 'year-before') return parseRange(choice) ?? null;
  if (!days) return null;
  if (choice === 'before') return isPreset(range) ? rangeBefore(days) : calendarBefore(days);
  return { first: yearsEarlier(days.first, 1), last: yearsEarlier(days.last, 1) };
}

/**
 * Of a range that is not over, as much of the other as there is of it: up to the same day. What a
 * person named day by day stays.
 */
export function comparableDays(
  choice: CompareChoice,
  days: DayRange | null,
  today: number,
  range: RangeChoice,
): DayRange | null {
  const other = comparedDays(choice, days, range);
  if (!other || !isOngoing(choice, days, today)) return other;
  const last = choice === 'year-before' ? yearsEarlier(today, 1) : other.first + today - days.first;
  return { first: other.first, last: Math.min(other.last, last) };
}

/** Today is in the range, and it is compared with an earlier one by the calendar. */
export function isOngoing(
  choice: CompareChoice,
  days: DayRange | null,
  today: number,
): days is DayRange {
  const isByCalendar = choice === 'before' || choice === 'year-before';
  return isByCalendar && days !== null && days.first <= today && today <= days.last;
}

/** As many days just before. */
export function rangeBefore({ first, last }: DayRange): DayRange {
  return { first: first - (last - first + 1), last: first - 1 };
}

/** Before whole months as many of them, before a year the year, however long each is; else as many days. */
function calendarBefore(days: DayRange): DayRange {
  const month = monthOfDay(days.first);
  const next = monthOfDay(days.last + 1);
  const isWhole = firstDayOfMonth(month) === days.first && firstDayOfMonth(next) === days.last + 1;
  if (!isWhole) return rangeBefore(days);
  return { first: firstDayOfMonth(month - (next - month)), last: days.first - 1 };
}
