/** A dictionary's table while it grows: the same columns, each a list. */
import { IntList } from './int-list.ts';

export type GrowingTable<Name extends string> = Record<Name, IntList>;

/** A table to go on from `table`, which stays as it is. */
export function growTable<Name extends string>(
  table: Readonly<Record<Name, Int32Array>>,
): GrowingTable<Name> {
  return mapTable(table, (column) => new IntList(column));
}

/** What has grown, as plain arrays of exactly its length. */
export function finishTable<Name extends string>(
  table: GrowingTable<Name>,
): Record<Name, Int32Array> {
  return mapTable(table, (list) => list.toArray());
}

function mapTable<Name extends string, From, To>(
  table: Readonly<Record<Name, From>>,
  map: (column: From) => To,
): Record<Name, To> {
  const entries = Object.entries<From>(table).map(([name, column]) => [name, map(column)] as const);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the very names of `table`
  return Object.fromEntries(entries) as Record<Name, To>;
}
