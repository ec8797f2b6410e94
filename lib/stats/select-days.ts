/** Picks the rows of a range of local days. */
import { type Columns, firstRowFrom } from '../dataset/columns.ts';
import type { Selection } from '../dataset/selection.ts';
import { dayOf, startOfDay } from './calendar.ts';
import type { DayRange } from '../domain/day-range.ts';
import { DAY_MS, offsetIndex, type TimeZone } from './time-zone.ts';

/** The streams that ended on these local days. */
export function selectDays(columns: Columns, zone: TimeZone, days: DayRange): Selection {
  const begin = startOfDay(zone, days.first);
  const end = startOfDay(zone, days.last + 1);
  const from = firstRowFrom(columns, begin);
  const to = Math.max(from, firstRowFrom(columns, end));
  if (!isSetBack(zone, begin) && !isSetBack(zone, end)) return { from, to, mask: null };
  return selectOneByOne(
    columns,
    zone,
    days,
    from,
    Math.max(to, firstRowFrom(columns, end + DAY_MS)),
  );
}

/** True when clocks may show the day before once more after this start of a day. */
function isSetBack(zone: TimeZone, start: number): boolean {
  const next = offsetIndex(zone, start) + 1;
  const { starts, offsetsMs } = zone;
  return (
    next < starts.length &&
    starts[next]! < start + DAY_MS &&
    offsetsMs[next]! < offsetsMs[next - 1]!
  );
}

/** Where clocks are set back across midnight, rows of two days alternate for a while. */
function selectOneByOne(
  columns: Columns,
  zone: TimeZone,
  days: DayRange,
  from: number,
  to: number,
): Selection {
  let mask: Uint8Array | null = null;
  for (let row = from; row < to; row++) {
    const day = dayOf(zone, columns.endedAt[row]!);
    if (day >= days.first && day <= days.last) continue;
    mask ??= new Uint8Array(columns.rows).fill(1);
    mask[row] = 0;
  }
  return { from, to, mask };
}
