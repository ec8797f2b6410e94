/** The ranges a person can choose, as local days: by the calendar, never by 24 hours. */
import type { RangeKey } from '../domain/snapshot.ts';
import { firstDayOfYear } from './calendar.ts';

/** Local days, both inclusive. */
export interface DayRange {
  readonly first: number;
  readonly last: number;
}

/** The range that ends today; null for all time, which has no first day. */
export function dayRange(key: RangeKey, today: number): DayRange | null {
  if (key === 'all-time') return null;
  return { first: FIRST_DAY[key](today), last: today };
}

const FIRST_DAY: Record<Exclude<RangeKey, 'all-time'>, (today: number) => number> = {
  today: (today) => today,
  '7-days': (today) => today - 6,
  '4-weeks': (today) => today - 27,
  'this-year': firstDayOfYear,
};

/** As many days just before. */
export function rangeBefore({ first, last }: DayRange): DayRange {
  return { first: first - (last - first + 1), last: first - 1 };
}
