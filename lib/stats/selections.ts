/** Selections made of others: all until a day, and what two have in common. */
import type { Columns } from '../dataset/columns.ts';
import type { Selection } from '../dataset/selection.ts';
import { dayOf } from './calendar.ts';
import { selectDays } from './select-days.ts';
import type { TimeZone } from './time-zone.ts';

/** Everything that ended on this local day or before: "ever", seen from that day. */
export function selectUntil(columns: Columns, zone: TimeZone, day: number): Selection {
  if (columns.rows === 0) return { from: 0, to: 0, mask: null };
  // The day before that of the first row: its clock may have been set back since.
  const first = Math.min(dayOf(zone, columns.endedAt[0]!) - 1, day);
  return selectDays(columns, zone, { first, last: day });
}

/** The rows that both have. */
export function intersect(a: Selection, b: Selection): Selection {
  const from = Math.max(a.from, b.from);
  const to = Math.max(from, Math.min(a.to, b.to));
  const mask =
    a.mask && b.mask ? a.mask.map((bit, row) => bit & b.mask![row]!) : (a.mask ?? b.mask);
  return { from, to, mask };
}

export function isSelected({ from, to, mask }: Selection, row: number): boolean {
  return row >= from && row < to && (!mask || mask[row] === 1);
}
