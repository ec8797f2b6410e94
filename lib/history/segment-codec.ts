/** Columns as they are stored: the one place that knows their form on disk. */
import { z } from '../domain/schema.ts';
import type { Columns } from '../dataset/columns.ts';
import { Bytes, Doubles, Unsigned, Words } from './typed-array.ts';

/** Rows of a sealed segment. */
export const SEGMENT_ROWS = 65_536;

/** `raw/1`: the arrays as they are in memory. */
export const StoredColumns = z
  .object({
    encoding: z.literal('raw/1'),
    rows: z.int(),
    endedAt: Doubles,
    playedMs: Unsigned,
    track: Unsigned,
    quality: Bytes,
    flags: Bytes,
    reasonStart: Words,
    reasonEnd: Words,
    platform: Words,
    country: Words,
  })
  .check(z.refine(isEven, 'columns differ in length'));
export type StoredColumns = z.infer<typeof StoredColumns>;

function isEven(stored: Columns): boolean {
  return Object.values(stored).every(
    (value: unknown) => !ArrayBuffer.isView(value) || lengthOf(value) === stored.rows,
  );
}

function lengthOf(array: ArrayBufferView): number {
  return 'length' in array && typeof array.length === 'number' ? array.length : -1;
}

export function encodeColumns(columns: Columns): StoredColumns {
  return { encoding: 'raw/1', ...columns };
}

/** Raw columns are what they are: nothing is copied. */
export function decodeColumns(stored: StoredColumns): Columns {
  return stored;
}
