/** Dates in tables: in words on the screen, and in the file as spreadsheets and scripts sort them. */
import type { DayRange } from '../../domain/day-range.ts';
import type { LinkedText } from '../charts/chart-table.ts';
import { formatDate } from '../format.ts';
import { daysText, formatDay, isoDay } from './range-words.ts';

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
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(at);
  const [year, month, day] = (['year', 'month', 'day'] as const).map(
    (type) => parts.find((part) => part.type === type)!.value,
  );
  return { text: formatDate(at, 'date', timeZone), file: `${year}-${month}-${day}` };
}
