/** Counts what an import brought, once its rows are merged: the receipt's figures. */
import { ESTIMATED, MUSIC } from '../dataset/columns.ts';
import type { Receipt } from '../domain/receipt.ts';
import { KINDS } from '../domain/stream-codes.ts';
import { type SourceRows, UNKNOWN, VISIBLE } from './source-rows.ts';

export type ImportCounts = Pick<
  Receipt,
  'added' | 'known' | 'upgraded' | 'notMusic' | 'unnamed' | 'years'
>;

interface MergedImport {
  sources: SourceRows;
  /** By source row: 0 for a row that readers see. */
  doubles: Uint8Array;
  importId: string;
  /** Readable rows of the import. */
  rows: number;
  /** The calendar year a moment (UTC ms) lies in, where the person is. */
  yearOf: (at: number) => number;
}

export function countImport({
  sources,
  doubles,
  importId,
  rows,
  yearOf,
}: MergedImport): ImportCounts {
  const { dataset, seen } = sources;
  const { quality, track } = dataset.columns;
  const { kind } = dataset.dictionary.tracks;
  // By kind: rows nobody saw before, and rows that one of those now stands for.
  const fresh = KINDS.map(() => 0);
  const replaced = KINDS.map(() => 0);
  const upgradedRows = KINDS.map(() => 0);
  for (let row = 0; row < doubles.length; row++) {
    const isVisible = doubles[row] === 0;
    const counts = tallyFor(seen[row]!, isVisible, quality[row] === ESTIMATED);
    if (counts) counts[kind[track[row]!]!]!++;
  }
  const upgraded = fresh.map((count, i) => Math.min(count, upgradedRows[i]!));
  const added = fresh.map((count, i) => Math.max(0, count - upgraded[i]! - replaced[i]!));
  const unnamed = added[KINDS.indexOf('unknown')]!;
  return {
    added: added[MUSIC]!,
    known: rows - sum(added) - sum(upgraded),
    upgraded: sum(upgraded),
    notMusic: sum(added) - added[MUSIC]! - unnamed,
    unnamed,
    years: countYears(sources, doubles, importId, yearOf),
  };

  function tallyFor(before: number, isVisible: boolean, isLive: boolean): number[] | null {
    if (isVisible) return before === UNKNOWN ? fresh : null;
    if (before !== VISIBLE) return null;
    return isLive ? upgradedRows : replaced;
  }
}

function sum(counts: readonly number[]): number {
  return counts.reduce((a, b) => a + b, 0);
}

function countYears(
  { dataset, origin, origins }: SourceRows,
  doubles: Uint8Array,
  importId: string,
  yearOf: (at: number) => number,
): Receipt['years'] {
  const isOwn = origins.map((ids) => ids.includes(importId));
  const { rows, endedAt } = dataset.columns;
  const years: Receipt['years'] = [];
  for (let from = 0, to; from < rows; from = to) {
    const year = yearOf(endedAt[from]!);
    to = firstRowBeyond(endedAt, from, (at) => yearOf(at) > year);
    let streams = 0;
    for (let row = from; row < to; row++) {
      if (doubles[row] === 0 && isOwn[origin[row]!]) streams++;
    }
    if (streams > 0) years.push({ year, streams });
  }
  return years;
}

/** Asks of few rows: years never fall from row to row. */
function firstRowBeyond(
  endedAt: Float64Array,
  from: number,
  isBeyond: (at: number) => boolean,
): number {
  let low = from;
  let high = endedAt.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBeyond(endedAt[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}
