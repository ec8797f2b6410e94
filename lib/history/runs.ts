/** A column in which neighbours are mostly equal, as it is stored: each value once a stretch. */
import { z } from '../domain/schema.ts';
import { packInts, PackedInts, unpackInts } from './packed-ints.ts';

export const Runs = z
  .object({
    /** Rows of each stretch. */
    lengths: PackedInts,
    values: PackedInts,
  })
  .check(z.refine(({ lengths, values }) => lengths.length === values.length));
export type Runs = z.infer<typeof Runs>;

export function encodeRuns(column: Uint16Array): Runs {
  const lengths: number[] = [];
  const values: number[] = [];
  for (let row = 1, from = 0; row <= column.length; row++) {
    if (row < column.length && column[row] === column[row - 1]) continue;
    lengths.push(row - from);
    values.push(column[row - 1]!);
    from = row;
  }
  return {
    lengths: packInts(Uint32Array.from(lengths)),
    values: packInts(Uint32Array.from(values)),
  };
}

export function countRows({ lengths }: Runs): number {
  return unpackInts(lengths).reduce((sum, length) => sum + length, 0);
}

/** Writes the column into `column`, from row `at` on. */
export function fillRuns(runs: Runs, column: Uint16Array | Uint8Array, at = 0): void {
  const lengths = unpackInts(runs.lengths);
  const values = unpackInts(runs.values);
  let from = at;
  for (let run = 0; run < lengths.length; run++) {
    const to = from + lengths[run]!;
    column.fill(values[run]!, from, to);
    from = to;
  }
}

/** The columns, one after the other. */
export function joinRuns(parts: readonly Runs[]): Uint16Array<ArrayBuffer> {
  const lengths = parts.map(countRows);
  const column = new Uint16Array(lengths.reduce((rows, length) => rows + length, 0));
  let at = 0;
  for (const [i, runs] of parts.entries()) {
    fillRuns(runs, column, at);
    at += lengths[i]!;
  }
  return column;
}
