/** Columns as they are stored: the one place that knows their form on disk. */
import { z } from '../domain/schema.ts';
import { doAtOnce, type Steps } from '../domain/steps.ts';
import { allocateColumns, type Columns, copyColumns, viewColumns } from '../dataset/columns.ts';
import { packColumns, PackedColumns, unpackColumns } from './packed-columns.ts';
import { Bytes, Doubles, Unsigned, Words } from './typed-array.ts';

/** Rows of a sealed segment. */
export const SEGMENT_ROWS = 65_536;

/** `raw/1`: the arrays as they are in memory. */
const RawColumns = z
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

/** The tail is raw, written in a moment; segments are packed, a third as large. */
export const StoredColumns = z.union([RawColumns, PackedColumns]);
export type StoredColumns = z.infer<typeof StoredColumns>;

function isEven(stored: Columns): boolean {
  return Object.values(stored).every(
    (value: unknown) => !ArrayBuffer.isView(value) || lengthOf(value) === stored.rows,
  );
}

function lengthOf(array: ArrayBufferView): number {
  return 'length' in array && typeof array.length === 'number' ? array.length : -1;
}

export function encodeRawColumns(columns: Columns): StoredColumns {
  return { encoding: 'raw/1', ...columns };
}

export function encodeColumns(columns: Columns): StoredColumns {
  return packColumns(columns);
}

/** Raw columns are what they are: nothing is copied. */
export function decodeColumns(stored: StoredColumns): Columns {
  return stored.encoding === 'raw/1' ? stored : joinStored([stored]);
}

/** All of them, one after the other. */
export function joinStored(parts: readonly StoredColumns[]): Columns {
  return doAtOnce(joinInSteps(parts));
}

/** A step for each, which is unpacked where it belongs. */
export function* joinInSteps(parts: readonly StoredColumns[]): Steps<Columns> {
  const joined = allocateColumns(parts.reduce((rows, part) => rows + part.rows, 0));
  let at = 0;
  for (const part of parts) {
    unpackInto(joined, at, part);
    at += part.rows;
    yield;
  }
  return joined;
}

/** From row `at` on, where there is room and all is zero. */
export function unpackInto(columns: Columns, at: number, part: StoredColumns): void {
  if (part.encoding === 'raw/1') copyColumns(part, columns, at);
  else unpackColumns(part, viewColumns(columns, at, at + part.rows));
}
