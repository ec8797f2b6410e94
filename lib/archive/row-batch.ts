/** What one file of an export comes to: accepted streams as columns, and an account of all other rows. */
import type { Quality, Track } from '../domain/stream.ts';
import { QUALITIES, REASONS } from '../domain/stream-codes.ts';
import type { TimeRange } from '../domain/time-range.ts';
import { StringTable } from './string-table.ts';
import { TrackTable } from './track-table.ts';

/** Why a row was not accepted. */
export type RowProblem =
  | 'not-an-object'
  | 'time' // missing, or not a time of the expected form
  | 'duration' // missing, negative, not a whole number, or beyond seven weeks
  | 'text' // a name, URI, reason, platform or country that is no text
  | 'text-too-long' // beyond `MAX_TEXT_LENGTH`
  | 'flag'; // shuffle, skipped, offline or incognito that is neither true, false nor null

export interface RowRejection {
  /** Place in the file, from 0. */
  row: number;
  problem: RowProblem;
}

/** UTF-16 units. Real titles stay below a thousand; one of a megabyte would burden every list. */
export const MAX_TEXT_LENGTH = 10_000;

/** The longest `ms_played` that fits its column: seven weeks. */
export const MAX_PLAYED_MS = 2 ** 32 - 1;

/** The rejections a batch names one by one; beyond them it only counts. */
const MAX_NAMED_REJECTIONS = 100;

/**
 * Streams of one file in the file's order: element i of every column is stream i. Row numbers of the
 * file are those of the streams with the rejected rows in between.
 */
export interface RowBatch {
  /** Of all rows, but for those that `qualities` tells of. */
  readonly quality: Quality;
  /** By row, index into `QUALITIES`; null when all rows are of the same. */
  readonly qualities: Uint8Array | null;
  /** The stretches of time that the file says it tells the whole of; null when it says nothing. */
  readonly covered: readonly TimeRange[] | null;
  /** Streams accepted: the length of each column. */
  readonly rows: number;
  /** UTC ms; the start of the minute where `quality` is `minute`. */
  readonly endedAt: Float64Array;
  readonly playedMs: Uint32Array;
  /** Index into `tracks`. */
  readonly track: Uint32Array;
  /** Indices into `reasons`. */
  readonly reasonStart: Uint32Array;
  readonly reasonEnd: Uint32Array;
  /** `packFlags`. */
  readonly flags: Uint8Array;
  /** Index into `platforms`, `countries`. */
  readonly platform: Uint32Array;
  readonly country: Uint32Array;
  /** Distinct, in the order of their first stream. */
  readonly tracks: readonly Track[];
  /** Begins with `REASONS`. */
  readonly reasons: readonly (string | null)[];
  /** Both begin with null. */
  readonly platforms: readonly (string | null)[];
  readonly countries: readonly (string | null)[];
  /** All rows of the file: `rows` + `rejectedRows`. */
  readonly rowsRead: number;
  readonly rejectedRows: number;
  /** The first hundred. */
  readonly rejections: readonly RowRejection[];
}

/** One stream in numbers, as the builder takes it. */
export interface CodedStream {
  endedAt: number;
  playedMs: number;
  track: number;
  reasonStart: number;
  reasonEnd: number;
  flags: number;
  platform: number;
  country: number;
}

/** Collects the streams of one file. */
export class RowBatchBuilder {
  readonly tracks = new TrackTable();
  readonly reasons = new StringTable(REASONS);
  readonly platforms = new StringTable([null]);
  readonly countries = new StringTable([null]);
  #rows = 0;
  #columns: Columns;
  readonly #qualities = new Map<number, number>();
  #covered: TimeRange[] | null = null;
  #rejectedRows = 0;
  readonly #rejections: RowRejection[] = [];

  /** There may be more rows than expected. */
  constructor(expectedRows = 1024) {
    this.#columns = allocate(expectedRows);
  }

  add(stream: CodedStream): void {
    if (this.#rows === this.#columns.flags.length) this.#columns = grow(this.#columns);
    const row = this.#rows++;
    const columns = this.#columns;
    columns.endedAt[row] = stream.endedAt;
    columns.playedMs[row] = stream.playedMs;
    columns.track[row] = stream.track;
    columns.reasonStart[row] = stream.reasonStart;
    columns.reasonEnd[row] = stream.reasonEnd;
    columns.flags[row] = stream.flags;
    columns.platform[row] = stream.platform;
    columns.country[row] = stream.country;
  }

  reject(row: number, problem: RowProblem): void {
    this.#rejectedRows++;
    if (this.#rejections.length < MAX_NAMED_REJECTIONS) this.#rejections.push({ row, problem });
  }

  /** Of the row added last, where it differs from the file's. */
  noteQuality(quality: Quality): void {
    this.#qualities.set(this.#rows - 1, QUALITIES.indexOf(quality));
  }

  /** In however many rows it stands. */
  noteCovered(covered: readonly TimeRange[]): void {
    this.#covered = [...(this.#covered ?? []), ...covered];
  }

  finish(quality: Quality): RowBatch {
    const rows = this.#rows;
    const qualities = new Uint8Array(rows).fill(QUALITIES.indexOf(quality));
    for (const [row, code] of this.#qualities) qualities[row] = code;
    return {
      quality,
      qualities: this.#qualities.size > 0 ? qualities : null,
      covered: this.#covered,
      rows,
      ...resize(this.#columns, rows, rows),
      tracks: this.tracks.tracks,
      reasons: this.reasons.strings,
      platforms: this.platforms.strings,
      countries: this.countries.strings,
      rowsRead: rows + this.#rejectedRows,
      rejectedRows: this.#rejectedRows,
      rejections: this.#rejections,
    };
  }
}

type Columns = ReturnType<typeof allocate>;

const COLUMN_NAMES = [
  'endedAt',
  'playedMs',
  'track',
  'reasonStart',
  'reasonEnd',
  'flags',
  'platform',
  'country',
] as const satisfies readonly (keyof Columns)[];

function allocate(rows: number) {
  return {
    endedAt: new Float64Array(rows),
    playedMs: new Uint32Array(rows),
    track: new Uint32Array(rows),
    reasonStart: new Uint32Array(rows),
    reasonEnd: new Uint32Array(rows),
    flags: new Uint8Array(rows),
    platform: new Uint32Array(rows),
    country: new Uint32Array(rows),
  };
}

function grow(columns: Columns): Columns {
  const rows = columns.flags.length;
  return resize(columns, rows, rows * 2);
}

/** The first `rows` rows in arrays of `capacity`. */
function resize(columns: Columns, rows: number, capacity: number): Columns {
  const resized = allocate(capacity);
  for (const name of COLUMN_NAMES) resized[name].set(columns[name].subarray(0, rows));
  return resized;
}
