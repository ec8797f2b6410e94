/** A column in which neighbours are mostly equal, as it is stored: each value once a stretch. */
import { z } from '../domain/schema.ts';
import { Unsigned, Words } from './typed-array.ts';

export const Runs = z
  .object({
    /** Where each stretch ends. */
    ends: Unsigned,
    values: Words,
  })
  .check(z.refine(({ ends, values }) => ends.length === values.length));
export type Runs = z.infer<typeof Runs>;

export function encodeRuns(column: Uint16Array): Runs {
  const ends: number[] = [];
  const values: number[] = [];
  for (let row = 1; row <= column.length; row++) {
    if (row < column.length && column[row] === column[row - 1]) continue;
    ends.push(row);
    values.push(column[row - 1]!);
  }
  return { ends: Uint32Array.from(ends), values: Uint16Array.from(values) };
}

/** The columns, one after the other. */
export function joinRuns(parts: readonly Runs[]): Uint16Array<ArrayBuffer> {
  const rows = parts.reduce((sum, { ends }) => sum + (ends.at(-1) ?? 0), 0);
  const column = new Uint16Array(rows);
  let start = 0;
  for (const { ends, values } of parts) {
    let from = 0;
    for (let run = 0; run < ends.length; run++) {
      column.fill(values[run]!, start + from, start + ends[run]!);
      from = ends[run]!;
    }
    start += from;
  }
  return column;
}
