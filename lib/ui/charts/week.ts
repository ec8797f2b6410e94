/** The week as the reader's country has it: on which day it begins, and what the days are called. */
import { locale } from '../text.ts';

/** Monday is 1, Sunday 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

interface WeekInfo {
  firstDay?: number;
}

/** What TypeScript does not know yet, and what browsers had before. */
interface LocaleWithWeek {
  getWeekInfo?: () => WeekInfo;
  weekInfo?: WeekInfo;
}

/** Monday where the browser does not say. */
export function weekStartOf(language: string = locale()): Weekday {
  const known: Intl.Locale & LocaleWithWeek = new Intl.Locale(language);
  const first = (known.getWeekInfo?.() ?? known.weekInfo)?.firstDay;
  return WEEKDAYS.find((day) => day === first) ?? 1;
}

/** The place of a local day (since 1970-01-01) in its week: 0 on the week's first day, … 6. */
export function placeInWeek(day: number, weekStart: Weekday): number {
  // 1970 began on a Thursday, the fourth.
  return (((day + 4 - weekStart) % 7) + 7) % 7;
}

const MONDAY_MS = 4 * 86_400_000;

/** “Mon” or “Monday”, from the week's first day on. */
export function weekdayNames(weekStart: Weekday, style: 'short' | 'long'): string[] {
  const format = new Intl.DateTimeFormat(locale(), { weekday: style, timeZone: 'UTC' });
  return Array.from({ length: 7 }, (_, i) =>
    format.format(MONDAY_MS + ((weekStart - 1 + i) % 7) * 86_400_000),
  );
}
