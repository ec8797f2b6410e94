/**
 * Columns in a third of their size: what follows from the rows before is not stored. A stretch of
 * rows by itself; reading it needs nothing else.
 */
import type { Columns } from '../dataset/columns.ts';
import { z } from '../domain/schema.ts';
import { FLAGS } from '../domain/stream-codes.ts';
import { countRows, encodeRuns, fillRuns, Runs } from './runs.ts';
import { packInts, PackedInts, unpackInts, viewInts } from './packed-ints.ts';
import { Bytes, Doubles, Words } from './typed-array.ts';

/** `packed/1`. */
export const PackedColumns = z
  .object({
    encoding: z.literal('packed/1'),
    rows: z.int(),
    /**
     * By row: whole seconds from the end of the row before to the start of this one, at most 253;
     * 254: the next of `longGaps`; 255: the end is the next of `ends`, to the millisecond.
     */
    gaps: Bytes,
    /** In seconds. */
    longGaps: Words,
    /** UTC ms. */
    ends: Doubles,
    /** A bit a row: heard as long as the longest time this track was heard in the rows before. */
    isLongest: Bytes,
    /** ms, of the other rows in turn. */
    playedMs: PackedInts,
    track: PackedInts,
    /** By row: which of `mixes`. */
    mix: PackedInts,
    /** Quality, whether skipped, reason of the start and of the end: four numbers each. */
    mixes: Words,
    /** The other flags, which mostly stay as they are. */
    flags: Runs,
    platform: Runs,
    country: Runs,
  })
  .check(z.refine(hasAllRows, 'columns differ in length'));
export type PackedColumns = z.infer<typeof PackedColumns>;

/** The bits of the one flag that changes from row to row. */
const SKIPPED = 3 << (2 * FLAGS.indexOf('skipped'));

const LONG_GAP = 254;
const NO_GAP = 255;

function hasAllRows({
  rows,
  gaps,
  isLongest,
  track,
  mix,
  flags,
  platform,
  country,
}: {
  rows: number;
  gaps: Uint8Array;
  isLongest: Uint8Array;
  track: PackedInts;
  mix: PackedInts;
  flags: Runs;
  platform: Runs;
  country: Runs;
}): boolean {
  return (
    [gaps.length, track.length, mix.length].every((length) => length === rows) &&
    [flags, platform, country].every((runs) => countRows(runs) === rows) &&
    isLongest.length === Math.ceil(rows / 8)
  );
}

export function packColumns(columns: Columns): PackedColumns {
  const { rows, track } = columns;
  return {
    encoding: 'packed/1',
    rows,
    ...packTimes(columns),
    ...packLengths(columns),
    track: packInts(track),
    ...packMixes(columns),
    flags: encodeRuns(Uint16Array.from(columns.flags, (flags) => flags & ~SKIPPED)),
    platform: encodeRuns(columns.platform),
    country: encodeRuns(columns.country),
  };
}

/** Into `columns` of as many rows, which are all zero. */
export function unpackColumns(packed: PackedColumns, columns: Columns): void {
  fillRuns(packed.platform, columns.platform);
  fillRuns(packed.country, columns.country);
  fillRuns(packed.flags, columns.flags);
  unpackInts(packed.track, columns.track);
  // Each a short loop of its own, which is compiled long before one over everything would be.
  unpackLengths(packed, unpackInts(packed.playedMs), columns);
  unpackTimes(packed, columns);
  unpackMixes(packed, viewInts(packed.mix), columns);
}

function unpackLengths(
  { rows, isLongest }: PackedColumns,
  others: Uint32Array,
  { track, playedMs }: Columns,
): void {
  const longest = new Uint32Array(largest(track) + 1);
  let other = 0;
  for (let row = 0; row < rows; row++) {
    const heard = track[row]!;
    const longestMs = longest[heard]!;
    if ((isLongest[row >> 3]! >> (row & 7)) & 1) {
      playedMs[row] = longestMs;
      continue;
    }
    const ms = others[other++]!;
    playedMs[row] = ms;
    if (ms > longestMs) longest[heard] = ms;
  }
}

function unpackTimes(
  { rows, gaps, longGaps, ends }: PackedColumns,
  { playedMs, endedAt }: Columns,
): void {
  let [long, end, time] = [0, 0, 0];
  for (let row = 0; row < rows; row++) {
    const gap = gaps[row]!;
    if (gap === NO_GAP) time = ends[end++]!;
    else {
      const seconds = gap === LONG_GAP ? longGaps[long++]! : gap;
      time += (seconds + ((playedMs[row]! / 1000) | 0)) * 1000;
    }
    endedAt[row] = time;
  }
}

function unpackMixes(
  { rows, mixes }: PackedColumns,
  mix: Uint8Array | Uint32Array,
  { quality, flags, reasonStart, reasonEnd }: Columns,
): void {
  for (let row = 0; row < rows; row++) {
    const at = mix[row]! * 4;
    quality[row] = mixes[at]!;
    flags[row]! |= mixes[at + 1]!;
    reasonStart[row] = mixes[at + 2]!;
    reasonEnd[row] = mixes[at + 3]!;
  }
}

function packTimes({ rows, endedAt, playedMs }: Columns) {
  const gaps = new Uint8Array(rows);
  const longGaps: number[] = [];
  const ends: number[] = [];
  for (let row = 0; row < rows; row++) {
    const passedMs = row === 0 ? NaN : endedAt[row]! - endedAt[row - 1]!;
    const gap = passedMs / 1000 - Math.floor(playedMs[row]! / 1000);
    if (!Number.isInteger(gap) || gap < 0 || gap > 0xffff) {
      gaps[row] = NO_GAP;
      ends.push(endedAt[row]!);
    } else if (gap >= LONG_GAP) {
      gaps[row] = LONG_GAP;
      longGaps.push(gap);
    } else gaps[row] = gap;
  }
  return { gaps, longGaps: Uint16Array.from(longGaps), ends: Float64Array.from(ends) };
}

function packLengths({ rows, playedMs, track }: Columns) {
  const isLongest = new Uint8Array(Math.ceil(rows / 8));
  const others = new Uint32Array(rows);
  const longest = new Uint32Array(largest(track) + 1);
  let count = 0;
  for (let row = 0; row < rows; row++) {
    const ms = playedMs[row]!;
    const longestMs = longest[track[row]!]!;
    if (ms === longestMs) isLongest[row >> 3]! |= 1 << (row & 7);
    else others[count++] = ms;
    if (ms > longestMs) longest[track[row]!] = ms;
  }
  return { isLongest, playedMs: packInts(others.subarray(0, count)) };
}

function packMixes({ rows, quality, flags, reasonStart, reasonEnd }: Columns) {
  const places = new Map<number, number>();
  const mixes: number[] = [];
  const mix = new Uint32Array(rows);
  for (let row = 0; row < rows; row++) {
    const skipped = flags[row]! & SKIPPED;
    const what = quality[row]! * 256 + skipped;
    const key = (what * 65_536 + reasonStart[row]!) * 65_536 + reasonEnd[row]!;
    let place = places.get(key);
    if (place === undefined) {
      place = places.size;
      places.set(key, place);
      mixes.push(quality[row]!, skipped, reasonStart[row]!, reasonEnd[row]!);
    }
    mix[row] = place;
  }
  return { mix: packInts(mix), mixes: Uint16Array.from(mixes) };
}

function largest(values: Uint32Array): number {
  let most = 0;
  for (let i = 0; i < values.length; i++) if (values[i]! > most) most = values[i]!;
  return most;
}
