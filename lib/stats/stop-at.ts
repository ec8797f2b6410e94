/** Cuts a selection at a time of its last day: a morning is not held against a whole day. */
import { type Columns, firstRowFrom } from '../dataset/columns.ts';
import type { Selection } from '../dataset/selection.ts';
import { dayOf, startOfDay } from './calendar.ts';
import { DAY_MS, type TimeZone, toLocal } from './time-zone.ts';

/** Leaves out what ended on `day`, the last one selected, after its clocks showed the time they show `now`. */
export function stopAt(
  columns: Columns,
  zone: TimeZone,
  selection: Selection,
  { day, now }: { day: number; now: number },
): Selection {
  const { from, to } = selection;
  const latest = toLocal(zone, now) - (dayOf(zone, now) - day) * DAY_MS;
  const late: number[] = [];
  for (let row = Math.max(from, firstRowFrom(columns, startOfDay(zone, day))); row < to; row++) {
    const time = columns.endedAt[row]!;
    if (dayOf(zone, time) === day && toLocal(zone, time) > latest) late.push(row);
  }
  const [first] = late;
  if (first === undefined) return selection;
  if (late.length === to - first) return { ...selection, to: first };
  // Where clocks are set back, earlier times come again.
  const mask = selection.mask?.slice() ?? new Uint8Array(columns.rows).fill(1);
  for (const row of late) mask[row] = 0;
  return { from, to, mask };
}
