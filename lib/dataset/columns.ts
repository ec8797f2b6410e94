/** The streams of one account as a structure of arrays, in time order: what all statistics run over. */
import { KINDS, QUALITIES, REASONS } from '../domain/stream-codes.ts';

/** Codes that statistics ask for, row by row. */
export const MUSIC = KINDS.indexOf('music');
export const AUDIOBOOK = KINDS.indexOf('audiobook');
export const MEASURED = QUALITIES.indexOf('measured');
export const MINUTE = QUALITIES.indexOf('minute');
export const ESTIMATED = QUALITIES.indexOf('estimated');
export const TRACK_DONE = REASONS.indexOf('trackdone');

/** Row `i` of every array is one stream; rows are in the order of `compareRows`. */
export interface Columns {
  readonly rows: number;
  /** UTC ms. */
  readonly endedAt: Float64Array;
  /** ms, capped at 2³² − 1 (seven weeks). */
  readonly playedMs: Uint32Array;
  /** Index into the dictionary's tracks. */
  readonly track: Uint32Array;
  /** Index into `QUALITIES`. */
  readonly quality: Uint8Array;
  /** Shuffle, skipped, offline, incognito, by `packFlags`. */
  readonly flags: Uint8Array;
  /** Indices into the dictionary's lists of the same kind; 0 is "not known". */
  readonly reasonStart: Uint16Array;
  readonly reasonEnd: Uint16Array;
  readonly platform: Uint16Array;
  readonly country: Uint16Array;
}

type ColumnName = Exclude<keyof Columns, 'rows'>;
const COLUMN_NAMES: readonly ColumnName[] = [
  'endedAt',
  'playedMs',
  'track',
  'quality',
  'flags',
  'reasonStart',
  'reasonEnd',
  'platform',
  'country',
];

/** Columns of so many rows, all zero. */
export function allocateColumns(rows: number): Columns {
  return {
    rows,
    endedAt: new Float64Array(rows),
    playedMs: new Uint32Array(rows),
    track: new Uint32Array(rows),
    quality: new Uint8Array(rows),
    flags: new Uint8Array(rows),
    reasonStart: new Uint16Array(rows),
    reasonEnd: new Uint16Array(rows),
    platform: new Uint16Array(rows),
    country: new Uint16Array(rows),
  };
}

/** Copies all rows of `source` into `target`, from row `at` on. */
export function copyColumns(source: Columns, target: Columns, at: number): void {
  for (const name of COLUMN_NAMES) target[name].set(source[name], at);
}

/** The parts one after the other, copied. */
export function joinColumns(parts: readonly Columns[]): Columns {
  const joined = allocateColumns(parts.reduce((rows, part) => rows + part.rows, 0));
  let at = 0;
  for (const part of parts) {
    copyColumns(part, joined, at);
    at += part.rows;
  }
  return joined;
}

/** Rows `from` (inclusive) to `to` (exclusive), copied: a view would be stored with all its buffer. */
export function sliceColumns(columns: Columns, from: number, to: number): Columns {
  const slice = allocateColumns(to - from);
  for (const name of COLUMN_NAMES) slice[name].set(columns[name].subarray(from, to));
  return slice;
}

/** The same rows without copying: what is written to one is written to both. */
export function viewColumns(columns: Columns, from: number, to: number): Columns {
  return {
    rows: to - from,
    endedAt: columns.endedAt.subarray(from, to),
    playedMs: columns.playedMs.subarray(from, to),
    track: columns.track.subarray(from, to),
    quality: columns.quality.subarray(from, to),
    flags: columns.flags.subarray(from, to),
    reasonStart: columns.reasonStart.subarray(from, to),
    reasonEnd: columns.reasonEnd.subarray(from, to),
    platform: columns.platform.subarray(from, to),
    country: columns.country.subarray(from, to),
  };
}

/** New columns whose row `i` is row `order[i]` of the given ones. */
export function pickRows(columns: Columns, order: Uint32Array): Columns {
  const picked = allocateColumns(order.length);
  for (const name of COLUMN_NAMES) pick(columns[name], picked[name], order);
  return picked;
}

function pick<T extends Columns[ColumnName]>(source: T, target: T, order: Uint32Array): void {
  for (let i = 0; i < order.length; i++) target[i] = source[order[i]!]!;
}

/** The first row that ended at `time` or later; `rows` when there is none. */
export function firstRowFrom(columns: Columns, time: number): number {
  let low = 0;
  let high = columns.rows;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (columns.endedAt[middle]! < time) low = middle + 1;
    else high = middle;
  }
  return low;
}
