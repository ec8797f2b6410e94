/** The local day of every row, for statistics that count days, months, quarters or seasons. */
import type { Columns } from '../dataset/columns.ts';
import type { Dataset } from '../dataset/dataset.ts';
import { DAY_MS, offsetIndex, type TimeZone } from './time-zone.ts';

const known = new WeakMap<Columns, { zone: TimeZone; days: Int32Array }>();

/** By row; computed once for the same columns and zone. Where clocks are set back over midnight, a day returns. */
export function rowDays(dataset: Dataset, zone: TimeZone): Int32Array {
  const last = known.get(dataset.columns);
  if (last?.zone === zone) return last.days;
  const days = computeDays(dataset, zone);
  known.set(dataset.columns, { zone, days });
  return days;
}

function computeDays({ columns }: Dataset, zone: TimeZone): Int32Array {
  const { rows, endedAt } = columns;
  const { starts, offsetsMs } = zone;
  const days = new Int32Array(rows);
  // Rows are in time order: the zone's table is walked along with them.
  let entry = rows > 0 ? offsetIndex(zone, endedAt[0]!) : 0;
  for (let row = 0; row < rows; row++) {
    const time = endedAt[row]!;
    while (entry + 1 < starts.length && starts[entry + 1]! <= time) entry++;
    days[row] = Math.floor((time + offsetsMs[entry]!) / DAY_MS);
  }
  return days;
}

/** What belongs to each local day from `first` to `last`: its month, quarter or season. */
export function dayTable(first: number, last: number, of: (day: number) => number): Int32Array {
  return new Int32Array(Math.max(0, last - first + 1)).map((_, i) => of(first + i));
}
