/** Dates in tables: in words on the screen, and in the file as spreadsheets and scripts sort them. */
import type { DayRange } from '../../domain/day-range.ts';
import type { LinkedText } from '../charts/chart-table.ts';
import { calendarDay, formatDate } from '../format.ts';
import { t } from '../text.ts';
import { daysText, formatDay, isoDay } from './range-words.ts';

const DAY_MS = 86_400_000;

/** Of a local day since 1970-01-01: “May 31, 2024”, in the file `2024-05-31`. */
export function dayCell(day: number): LinkedText {
  return { text: formatDay(day, 'date'), file: isoDay(day) };
}

/** Of some days: in the file `2024-05-29/2024-05-31` (ISO 8601), or the one day. */
export function daysCell(days: DayRange): LinkedText {
  const { first, last } = days;
  const file = first === last ? isoDay(first) : `${isoDay(first)}/${isoDay(last)}`;
  return { text: daysText(days), file };
}

/** Of a moment (UTC ms): its day in `timeZone` (IANA). */
export function dateCell(at: number, timeZone: string): LinkedText {
  const file = isoDay(calendarDay(at, timeZone) / DAY_MS);
  return { text: formatDate(at, 'date', timeZone), file };
}

/** Of the moment something was heard last (UTC ms); null: never, of which the file says nothing. */
export function lastHeardCell(at: number | null, timeZone: string): LinkedText {
  return at === null ? { text: t('kept_never'), file: '' } : dateCell(at, timeZone);
}
