/** Picks the rows of a range of local days. */
import { type Columns, firstRowFrom } from '../dataset/columns.ts';
import type { Selection } from '../dataset/selection.ts';
import { dayOf, startOfDay } from './calendar.ts';
import type { DayRange } from './ranges.ts';
import { DAY_MS, type TimeZone } from './time-zone.ts';

/**
 * The streams that ended on these local days. Where clocks are set back across midnight, rows of
 * two days alternate for a while: then a mask tells them apart.
 */
export function selectDays(columns: Columns, zone: TimeZone, days: DayRange): Selection {
  const { endedAt } = columns;
  const isInside = (row: number) => {
    const day = dayOf(zone, endedAt[row]!);
    return day >= days.first && day <= days.last;
  };
  const begin = startOfDay(zone, days.first);
  const end = startOfDay(zone, days.last + 1);
  let from = firstRowFrom(columns, begin);
  // Only a change of the clock can bring the last day back after the next has begun.
  let to = firstRowFrom(columns, end + DAY_MS);
  while (from < to && !isInside(from)) from++;
  while (to > from && !isInside(to - 1)) to--;
  return { from, to, mask: maskEdges(columns, from, to, begin, end, isInside) };
}

function maskEdges(
  columns: Columns,
  from: number,
  to: number,
  begin: number,
  end: number,
  isInside: (row: number) => boolean,
): Uint8Array | null {
  let mask: Uint8Array | null = null;
  const check = (row: number) => {
    if (isInside(row)) return;
    mask ??= new Uint8Array(columns.rows).fill(1);
    mask[row] = 0;
  };
  const afterBegin = firstRowFrom(columns, begin + DAY_MS);
  const beforeEnd = Math.max(afterBegin, firstRowFrom(columns, end));
  for (let row = from; row < Math.min(to, afterBegin); row++) check(row);
  for (let row = Math.max(from, beforeEnd); row < to; row++) check(row);
  return mask;
}
