/** Finds the live rows that another row stands for: rules 3 and 4 of merging. */
import { ESTIMATED, MINUTE } from './columns.ts';
import type { Dataset } from './dataset.ts';
import { trackAt } from './dictionary.ts';
import { trackKey } from './identity.ts';
import { createDoubleTest } from './live-doubles.ts';
import { findExportDoubles } from './merge-exports.ts';
import { createSameTrackTest, type SameTrackTest } from './same-track.ts';

/** By row, beside `SAME_ROW` and `SAME_AS_EXTENDED`; 0 for a row that stays. */
export const REPEATED_PLAY = 3;
export const SAME_AS_EXPORT = 4;

/** How far `played_at` may lie from the end or the start of the stream in an export. */
const WITHIN_MS = 90_000;
const WITHIN_OF_MINUTE_MS = 150_000;

/** The farthest after the end of an export's stream at which a live row can be the same stream. */
export const LIVE_REACH_MS = WITHIN_OF_MINUTE_MS;

/**
 * By row of a dataset in order: 0, or which rule found that another row stands for it. What stays is
 * decided by the rows and never by the order in which they came.
 *
 * Rules 1 and 2 come first, among exports; rule 4 among live rows; and what is left of both is
 * paired by rule 3: one to one, the nearest first, and of equally near ones those of the same URI,
 * then of the same ISRC, then the earlier row. The export's row stays.
 *
 * A play that was noticed twice is near an export's stream when either of its rows is: they are one
 * by rule 4, and what is one with either is one with the play.
 */
export function findDoubles(dataset: Dataset): Uint8Array {
  const doubles = findExportDoubles(dataset);
  const live = countLive(dataset, doubles);
  for (const row of pairWithExports(dataset, doubles, live)) doubles[row] = SAME_AS_EXPORT;
  return doubles;
}

/** A live row, and the one that counts for it: itself, or the one that it repeats. */
interface LiveRow {
  row: number;
  play: number;
}

/** Marks rule 4, and gives all live rows in their order. */
function countLive(dataset: Dataset, doubles: Uint8Array): LiveRow[] {
  const { columns, dictionary, metadata } = dataset;
  const { rows, quality, track, endedAt } = columns;
  const isDouble = createDoubleTest();
  const keys = new Map<number, string>();
  const keyOf = (index: number) => {
    let key = keys.get(index);
    if (key === undefined) {
      key = trackKey(trackAt(dictionary, metadata, index));
      keys.set(index, key);
    }
    return key;
  };
  const lastCounted = new Map<string, number>();
  const live: LiveRow[] = [];
  for (let row = 0; row < rows; row++) {
    if (quality[row] !== ESTIMATED) continue;
    const key = keyOf(track[row]!);
    if (isDouble(key, endedAt[row]!)) doubles[row] = REPEATED_PLAY;
    else lastCounted.set(key, row);
    live.push({ row, play: lastCounted.get(key) ?? row });
  }
  return live;
}

interface Pair {
  /** The row that counts. */
  play: number;
  other: number;
  distanceMs: number;
  /** 0 for the same URI, 1 for the same ISRC, 2 for the same song. */
  sameness: number;
}

/** Rule 3: the plays that an export tells as well. */
function pairWithExports(
  dataset: Dataset,
  doubles: Uint8Array,
  live: readonly LiveRow[],
): number[] {
  if (live.length === 0) return [];
  const pairs = findPairs(dataset, doubles, live);
  pairs.sort(
    (a, b) =>
      a.distanceMs - b.distanceMs ||
      a.sameness - b.sameness ||
      a.play - b.play ||
      a.other - b.other,
  );
  const taken = new Set<number>();
  const paired: number[] = [];
  for (const { play, other } of pairs) {
    if (taken.has(play) || taken.has(other)) continue;
    taken.add(play).add(other);
    paired.push(play);
  }
  return paired;
}

/** All pairs of a live row and an export's row that are near enough; some twice. */
function findPairs(dataset: Dataset, doubles: Uint8Array, live: readonly LiveRow[]): Pair[] {
  const { endedAt, playedMs, quality, track } = dataset.columns;
  const sameTrack = createSameTrackTest(dataset);
  const { byEnd, byStart, startOf } = listExports(dataset, doubles, live, sameTrack);
  const pairs: Pair[] = [];

  for (const { row, play } of live) {
    const at = endedAt[row]!;
    const group = sameTrack.groupOf(track[row]!);
    const add = (other: number, distanceMs: number) => {
      const within = quality[other] === MINUTE ? WITHIN_OF_MINUTE_MS : WITHIN_MS;
      if (distanceMs > within) return;
      const sameness = sameTrack.compare(track[row]!, track[other]!);
      if (sameness !== null) pairs.push({ play, other, distanceMs, sameness });
    };
    for (const other of near(byEnd.get(group), at, (o) => endedAt[o]!)) {
      const atEnd = Math.abs(at - endedAt[other]!);
      add(other, Math.min(atEnd, Math.abs(at - startOf(other))));
    }
    for (const other of near(byStart.get(group), at, startOf)) {
      // Those near by their end as well are in already.
      if (playedMs[other] !== 0) add(other, Math.abs(at - startOf(other)));
    }
  }
  return pairs;
}

/** The exports' rows that could be a live row's stream, by group of tracks, in order of end and of start. */
function listExports(
  { columns }: Dataset,
  doubles: Uint8Array,
  live: readonly LiveRow[],
  sameTrack: SameTrackTest,
) {
  const { rows, endedAt, playedMs, quality, track } = columns;
  const startOf = (row: number) => endedAt[row]! - playedMs[row]!;
  const byEnd = new Map<number, number[]>();
  for (const { row } of live) byEnd.set(sameTrack.groupOf(track[row]!), []);
  const first = endedAt[live[0]!.row]! - WITHIN_OF_MINUTE_MS;
  const last = endedAt[live.at(-1)!.row]! + WITHIN_OF_MINUTE_MS;
  for (let row = 0; row < rows; row++) {
    if (doubles[row] !== 0 || quality[row] === ESTIMATED) continue;
    if (endedAt[row]! < first || startOf(row) > last) continue;
    byEnd.get(sameTrack.groupOf(track[row]!))?.push(row);
  }
  const byStart = new Map(
    Array.from(byEnd, ([group, list]) => [
      group,
      list.toSorted((a, b) => startOf(a) - startOf(b) || a - b),
    ]),
  );
  return { byEnd, byStart, startOf };
}

/** Of rows in order of their times, those within the widest reach of `at`. */
function* near(
  rows: readonly number[] | undefined,
  at: number,
  timeOf: (row: number) => number,
): Generator<number, void, undefined> {
  if (!rows) return;
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (timeOf(rows[middle]!) < at - WITHIN_OF_MINUTE_MS) low = middle + 1;
    else high = middle;
  }
  for (; low < rows.length && timeOf(rows[low]!) <= at + WITHIN_OF_MINUTE_MS; low++) {
    yield rows[low]!;
  }
}
