/** The ranges a person can choose, as local days: by the calendar, never by 24 hours. */
import { type DayRange, parseRange } from '../domain/day-range.ts';
import { type CompareChoice, type RangeChoice, isPreset } from '../domain/range-choice.ts';
import type { RangePreset } from '../domain/range-choice.ts';
import { firstDayOfYear, monthsEarlier, yearsEarlier } from './calendar.ts';

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

/** What `days` are compared with; null for nothing, and for all time, unless days are named. */
export function comparedDays(choice: CompareChoice, days: DayRange | null): DayRange | null {
  if (choice === 'none') return null;
  if (choice !== 'before' && choice !== 'year-before') return parseRange(choice) ?? null;
  if (!days) return null;
  if (choice === 'before') return rangeBefore(days);
  return { first: yearsEarlier(days.first, 1), last: yearsEarlier(days.last, 1) };
}

/** As many days just before. */
export function rangeBefore({ first, last }: DayRange): DayRange {
  return { first: first - (last - first + 1), last: first - 1 };
}
