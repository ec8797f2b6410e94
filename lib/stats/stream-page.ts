/** One page of a list of streams, newest first: rows are numbers until they are shown. */
import type { Dataset } from '../dataset/dataset.ts';
import type { Selection } from '../dataset/selection.ts';

export interface StreamPage {
  /** Streams in the selection, of every kind. */
  total: number;
  /** Rows of this page, newest first (`streamAt` gives what is behind one). */
  rows: number[];
}

/** @param offset how many of the newest to leave out. */
export function streamPage(
  { columns }: Dataset,
  selection: Selection,
  { offset, limit }: { offset: number; limit: number },
): StreamPage {
  const { from, mask } = selection;
  const to = Math.min(selection.to, columns.rows);
  const rows: number[] = [];
  if (!mask) {
    for (let row = to - 1 - offset; row >= from && rows.length < limit; row--) rows.push(row);
    return { total: Math.max(0, to - from), rows };
  }
  let total = 0;
  for (let row = to - 1; row >= from; row--) {
    if (mask[row] === 0) continue;
    if (total >= offset && rows.length < limit) rows.push(row);
    total++;
  }
  return { total, rows };
}
