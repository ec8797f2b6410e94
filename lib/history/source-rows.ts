/**
 * Every distinct row that anything told of an account, with where it came from and what readers saw
 * of it: what the five rules of merging make the history of.
 */
import { type Columns, pickRows } from '../dataset/columns.ts';
import { type Dataset, emptyDataset, joinDatasets } from '../dataset/dataset.ts';
import { isSameRow, orderRows } from '../dataset/row-order.ts';
import { createOriginTable, LIVE_ONLY, LIVE_ORIGIN, type OriginSets } from './origins.ts';

/** What readers saw of a row so far. Of the same row met twice, the greater holds. */
export const UNKNOWN = 0;
export const HIDDEN = 1;
export const VISIBLE = 2;

export interface SourceRows {
  readonly dataset: Dataset;
  /** By row: index into `origins`. */
  readonly origin: Uint16Array;
  /** By row: `UNKNOWN`, `HIDDEN` or `VISIBLE`. */
  readonly seen: Uint8Array;
  readonly origins: OriginSets;
}

/** Rows of one origin, of which readers know the same. */
export function sourceRows(dataset: Dataset, seen: number, importId?: string): SourceRows {
  const { rows } = dataset.columns;
  return {
    dataset,
    origin: new Uint16Array(rows).fill(importId === undefined ? LIVE_ORIGIN : LIVE_ORIGIN + 1),
    seen: new Uint8Array(rows).fill(seen),
    origins: importId === undefined ? LIVE_ONLY : [...LIVE_ONLY, [importId]],
  };
}

/** All of them, in the order of rows, each row once, with the origins of all that hold it. */
export function uniteSources(all: readonly SourceRows[]): SourceRows {
  const parts = all.filter(({ dataset }) => dataset.columns.rows > 0);
  const table = createOriginTable(LIVE_ONLY);
  const origin = joinOrigins(parts, table.add);
  const seen = new Uint8Array(origin.length);
  let at = 0;
  for (const part of parts) {
    seen.set(part.seen, at);
    at += part.seen.length;
  }
  const [first = emptyDataset(), ...others] = parts.map(({ dataset }) => dataset);
  const joined = others.length === 0 ? first : joinDatasets(first, others);
  const order = orderRows(joined.columns, joined.dictionary);
  const kept = dropCopies(joined.columns, order, origin, seen, table.unite);
  const sources = { dataset: joined, origin, seen, origins: table.sets() };
  return kept ? pickSources(sources, kept) : sources;
}

function joinOrigins(
  parts: readonly SourceRows[],
  add: (importIds: readonly string[]) => number,
): Uint16Array<ArrayBuffer> {
  const joined = new Uint16Array(parts.reduce((rows, { origin }) => rows + origin.length, 0));
  let at = 0;
  for (const { origin, origins } of parts) {
    const codes = origins.map(add);
    for (let row = 0; row < origin.length; row++) joined[at++] = codes[origin[row]!]!;
  }
  return joined;
}

/**
 * The rows to keep, in order; the first of equal ones takes over what the others know. Null when the
 * rows are in order and all distinct.
 */
function dropCopies(
  columns: Columns,
  order: Uint32Array<ArrayBuffer> | null,
  origin: Uint16Array,
  seen: Uint8Array,
  unite: (a: number, b: number) => number,
): Uint32Array<ArrayBuffer> | null {
  const { rows } = columns;
  let kept: Uint32Array<ArrayBuffer> | null = order;
  let count = 0;
  for (let i = 0; i < rows; i++) {
    const row = order ? order[i]! : i;
    const before = count === 0 ? -1 : kept ? kept[count - 1]! : count - 1;
    if (before >= 0 && isSameRow(columns, before, row)) {
      kept ??= new Uint32Array(rows).map((_, same) => same);
      origin[before] = unite(origin[before]!, origin[row]!);
      seen[before] = Math.max(seen[before]!, seen[row]!);
    } else {
      if (kept) kept[count] = row;
      count++;
    }
  }
  return kept && kept.subarray(0, count);
}

/** The rows of `order`, in that order. */
export function pickSources(sources: SourceRows, order: Uint32Array): SourceRows {
  const { dataset, origin, seen, origins } = sources;
  const picked = {
    dataset: { ...dataset, columns: pickRows(dataset.columns, order) },
    origin: new Uint16Array(order.length),
    seen: new Uint8Array(order.length),
    origins,
  };
  for (let i = 0; i < order.length; i++) {
    picked.origin[i] = origin[order[i]!]!;
    picked.seen[i] = seen[order[i]!]!;
  }
  return picked;
}

/** What is left without an import, in a dictionary that remembers nothing of it. */
export function withoutImport(sources: SourceRows, importId: string): SourceRows {
  const table = createOriginTable(LIVE_ONLY);
  const lost = 2 ** 16;
  const codes = sources.origins.map((ids) => {
    const left = ids.filter((id) => id !== importId);
    return left.length === 0 ? lost : table.add(left);
  });
  const { origin } = sources;
  const order = new Uint32Array(origin.length);
  let count = 0;
  for (let row = 0; row < origin.length; row++) {
    if (codes[origin[row]!] !== lost) order[count++] = row;
  }
  const left = pickSources(sources, order.subarray(0, count));
  return {
    dataset: joinDatasets(emptyDataset(), [left.dataset]),
    origin: left.origin.map((code) => codes[code]!),
    seen: left.seen,
    origins: table.sets(),
  };
}
