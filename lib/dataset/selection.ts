/** Which rows a statistic looks at. */
import type { Columns } from './columns.ts';

/** Rows `from` (inclusive) to `to` (exclusive); where there is a mask, only those it has 1 for. */
export interface Selection {
  readonly from: number;
  readonly to: number;
  /** By row of the dataset; null means every row of the stretch. */
  readonly mask: Uint8Array | null;
}

export function selectAll(columns: Columns): Selection {
  return { from: 0, to: columns.rows, mask: null };
}
