/** The one order of rows: by time, and at the same moment by what they say, never by arrival. */
import { type Columns, firstRowFrom, joinColumns, pickRows, sliceColumns } from './columns.ts';
import type { Dictionary } from './dictionary.ts';
import { joinKey } from './identity.ts';

/** Negative when row `a` comes first. Equal only for rows that are equal in everything. */
function compareRows(columns: Columns, dictionary: Dictionary, a: number, b: number): number {
  const { endedAt, playedMs, quality, flags } = columns;
  const difference =
    endedAt[a]! - endedAt[b]! ||
    playedMs[a]! - playedMs[b]! ||
    quality[a]! - quality[b]! ||
    flags[a]! - flags[b]!;
  if (difference !== 0) return difference;
  if (isSameRow(columns, a, b)) return 0;
  const x = wordsOf(columns, dictionary, a);
  const y = wordsOf(columns, dictionary, b);
  if (x === y) return 0;
  return x < y ? -1 : 1;
}

/** True for rows that are equal in everything: the very same row, met twice. */
export function isSameRow(columns: Columns, a: number, b: number): boolean {
  return (
    columns.endedAt[a] === columns.endedAt[b] &&
    columns.playedMs[a] === columns.playedMs[b] &&
    columns.track[a] === columns.track[b] &&
    columns.quality[a] === columns.quality[b] &&
    columns.flags[a] === columns.flags[b] &&
    columns.reasonStart[a] === columns.reasonStart[b] &&
    columns.reasonEnd[a] === columns.reasonEnd[b] &&
    columns.platform[a] === columns.platform[b] &&
    columns.country[a] === columns.country[b]
  );
}

/** Texts, not indices: those depend on what the history met first. */
function wordsOf(columns: Columns, dictionary: Dictionary, row: number): string {
  const { names, uris, tracks, reasons, platforms, countries } = dictionary;
  const track = columns.track[row]!;
  const words = [
    uris[track],
    String(tracks.kind[track]),
    names[tracks.title[track]!],
    names[tracks.artistName[track]!],
    names[tracks.albumName[track]!],
    names[tracks.albumArtistName[track]!],
    reasons[columns.reasonStart[row]!],
    reasons[columns.reasonEnd[row]!],
    platforms[columns.platform[row]!],
    countries[columns.country[row]!],
  ];
  return joinKey(words.map((word) => (word === null || word === undefined ? '' : `=${word}`)));
}

/** Puts the rows from `sorted` on into their places among those before, which are in order. */
export function sortRows(columns: Columns, dictionary: Dictionary, sorted: number): Columns {
  const { rows, endedAt } = columns;
  let earliest = Infinity;
  for (let row = sorted; row < rows; row++) earliest = Math.min(earliest, endedAt[row]!);
  const prefix = { ...columns, rows: sorted };
  const start = firstRowFrom(prefix, earliest);
  const order = orderRows(columns, dictionary, start);
  if (order === null) return columns;
  if (start === 0) return pickRows(columns, order);
  return joinColumns([sliceColumns(columns, 0, start), pickRows(columns, order)]);
}

/**
 * The rows from `start` on in their order; null when they are in it. Files come in order or nearly
 * so: their stretches are merged, and where one ends before the next begins nothing is compared.
 */
export function orderRows(
  columns: Columns,
  dictionary: Dictionary,
  start = 0,
): Uint32Array<ArrayBuffer> | null {
  const compare = (a: number, b: number) => compareRows(columns, dictionary, a, b);
  let runs = findRuns(columns.rows, start, compare);
  if (runs.length < 2) return null;
  runs.sort((a, b) => compare(a[0]!, b[0]!));
  while (runs.length > 1) {
    const merged: Uint32Array<ArrayBuffer>[] = [];
    for (let i = 0; i < runs.length; i += 2) {
      const [left, right] = [runs[i]!, runs[i + 1]];
      merged.push(right ? mergeRuns(left, right, compare) : left);
    }
    runs = merged;
  }
  return runs[0]!;
}

type Compare = (a: number, b: number) => number;

function findRuns(rows: number, start: number, compare: Compare): Uint32Array<ArrayBuffer>[] {
  const all = new Uint32Array(rows - start);
  for (let i = 0; i < all.length; i++) all[i] = start + i;
  const runs: Uint32Array<ArrayBuffer>[] = [];
  let from = 0;
  for (let i = 1; i <= all.length; i++) {
    if (i < all.length && compare(start + i - 1, start + i) <= 0) continue;
    runs.push(all.subarray(from, i));
    from = i;
  }
  return runs;
}

function mergeRuns(
  left: Uint32Array<ArrayBuffer>,
  right: Uint32Array<ArrayBuffer>,
  compare: Compare,
): Uint32Array<ArrayBuffer> {
  const merged = new Uint32Array(left.length + right.length);
  if (compare(left.at(-1)!, right[0]!) <= 0) {
    merged.set(left);
    merged.set(right, left.length);
    return merged;
  }
  let l = 0;
  let r = 0;
  for (let i = 0; i < merged.length; i++) {
    const takesLeft = r === right.length || (l < left.length && compare(left[l]!, right[r]!) <= 0);
    merged[i] = takesLeft ? left[l++]! : right[r++]!;
  }
  return merged;
}
