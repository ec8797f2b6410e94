/** The streams of one song, artist or album as a history of their own: small, where the whole is large. */
import { type Columns, pickRows } from '../dataset/columns.ts';
import type { Dataset } from '../dataset/dataset.ts';
import type { Selection } from '../dataset/selection.ts';
import { groupingOf, type Subject } from './grouping.ts';

export interface OwnHistory {
  /** Its rows alone, in their order; dictionary and metadata are those of the whole. */
  dataset: Dataset;
  /** By row there: the row of the whole. */
  rows: Uint32Array;
  /** The rows there that a selection of the whole holds. */
  select: (selection: Selection) => Selection;
}

interface Own {
  key: string;
  /** Where its rows are in the whole. */
  rows: Uint32Array;
  columns: Columns;
}

/** The one asked for last: its page asks again, with another range. */
const kept = new WeakMap<Columns, Own>();

/** Every statistic of it alone then takes as long as its own streams, not as all there are. */
export function ownHistory(dataset: Dataset, subject: Subject, index: number): OwnHistory {
  const { rows, columns } = findOwn(dataset, subject, index);
  return {
    dataset: { ...dataset, columns },
    rows,
    select({ from, to, mask }) {
      const own = mask && Uint8Array.from(rows, (row) => mask[row]!);
      return { from: firstFrom(rows, from), to: firstFrom(rows, to), mask: own };
    },
  };
}

function findOwn(dataset: Dataset, subject: Subject, index: number): Own {
  const { columns } = dataset;
  const key = `${subject} ${index}`;
  const known = kept.get(columns);
  if (known?.key === key) return known;
  const { groupOfTrack } = groupingOf(dataset, subject);
  const isOwn = new Uint8Array(groupOfTrack.length);
  for (let of = 0; of < isOwn.length; of++) if (groupOfTrack[of] === index) isOwn[of] = 1;
  const { track } = columns;
  let count = 0;
  for (let row = 0; row < columns.rows; row++) count += isOwn[track[row]!]!;
  const rows = new Uint32Array(count);
  let place = 0;
  for (let row = 0; place < count; row++) if (isOwn[track[row]!] === 1) rows[place++] = row;
  const own = { key, rows, columns: pickRows(columns, rows) };
  kept.set(columns, own);
  return own;
}

/** The place of the first row that is not before `row`. */
function firstFrom(rows: Uint32Array, row: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (rows[middle]! < row) low = middle + 1;
    else high = middle;
  }
  return low;
}
