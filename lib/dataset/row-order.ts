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
  const x = wordsOf(columns, dictionary, a);
  const y = wordsOf(columns, dictionary, b);
  if (x === y) return 0;
  return x < y ? -1 : 1;
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
  const order = new Uint32Array(rows - start).map((_, i) => start + i);
  const compare = (a: number, b: number) => compareRows(columns, dictionary, a, b);
  order.sort(compare);
  if (order.every((row, i) => row === start + i)) return columns;
  if (start === 0) return pickRows(columns, order);
  return joinColumns([sliceColumns(columns, 0, start), pickRows(columns, order)]);
}
