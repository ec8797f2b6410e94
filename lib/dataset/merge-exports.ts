/** Makes one stream of the rows that say the same in several files: rules 1 and 2 of merging. */
import { QUALITIES } from '../domain/stream-codes.ts';
import { type Columns, pickRows } from './columns.ts';
import type { Dataset } from './dataset.ts';
import { type Dictionary, NONE, trackAt } from './dictionary.ts';
import { trackKey } from './identity.ts';

const MEASURED = QUALITIES.indexOf('measured');
const MINUTE = QUALITIES.indexOf('minute');
const MINUTE_MS = 60_000;

/** By row; 0 for a row that stays. Live rows always stay: they are not this file's business. */
export const SAME_ROW = 1;
export const SAME_AS_EXTENDED = 2;

export interface MergedExports {
  dataset: Dataset;
  /** By row of the dataset given: 0, `SAME_ROW` or `SAME_AS_EXTENDED`. */
  doubles: Uint8Array;
}

/**
 * The rows without those another stands for. The dictionary stays as it is.
 *
 * 1. Rows of one source with the same end, URI (names where there is none), time heard and reasons
 *    are one stream. The last in the order of rows stays, as what is told comes after what is not.
 * 2. A row of account data is the same stream as an extended row of the same song, with the same
 *    time heard, in the same minute. The extended row stays.
 *
 * Which rows stay depends on what they say and never on the order of files.
 */
export function mergeExports(dataset: Dataset): MergedExports {
  const doubles = findDoubles(dataset);
  const staying = new Uint32Array(doubles.length).map((_, row) => row);
  const order = staying.filter((row) => doubles[row] === 0);
  const isWhole = order.length === doubles.length;
  const columns = isWhole ? dataset.columns : pickRows(dataset.columns, order);
  return { dataset: { ...dataset, columns }, doubles };
}

function findDoubles({ columns, dictionary, metadata }: Dataset): Uint8Array {
  const { rows, endedAt } = columns;
  const doubles = new Uint8Array(rows);
  let identities: Int32Array | null = null;
  for (let from = 0, to; from < rows; from = to) {
    const minute = Math.floor(endedAt[from]! / MINUTE_MS);
    to = from + 1;
    while (to < rows && Math.floor(endedAt[to]! / MINUTE_MS) === minute) to++;
    if (to - from === 1) continue;
    identities ??= identifyTracks({ columns, dictionary, metadata });
    markSameRows(columns, dictionary, identities, doubles, from, to);
    markSameAsExtended(columns, dictionary, doubles, from, to);
  }
  return doubles;
}

/** By track: a number that tracks share when their URI (names where there is none) is the same. */
function identifyTracks({ dictionary, metadata }: Dataset): Int32Array {
  const known = new Map<string, number>();
  return dictionary.tracks.hash.map((_, track) => {
    const key = trackKey(trackAt(dictionary, metadata, track));
    const same = known.get(key);
    if (same === undefined) known.set(key, track);
    return same ?? track;
  });
}

/** Rule 1, from the last row of a minute to the first. */
function markSameRows(
  { endedAt, playedMs, quality, track, reasonStart, reasonEnd }: Columns,
  { reasons }: Dictionary,
  identities: Int32Array,
  doubles: Uint8Array,
  from: number,
  to: number,
): void {
  const seen = new Set<number>();
  for (let row = to - 1; row >= from; row--) {
    const next = row + 1;
    const isSameMoment =
      next < to && endedAt[row] === endedAt[next] && playedMs[row] === playedMs[next];
    if (!isSameMoment) seen.clear();
    if (quality[row] !== MEASURED && quality[row] !== MINUTE) continue;
    const said = identities[track[row]!]! * 2 + (quality[row] === MEASURED ? 0 : 1);
    const key = (said * reasons.length + reasonStart[row]!) * reasons.length + reasonEnd[row]!;
    if (seen.has(key)) doubles[row] = SAME_ROW;
    else seen.add(key);
  }
}

/** Rule 2, within a minute. What has no name is no song, and the same as nothing. */
function markSameAsExtended(
  { playedMs, quality, track }: Columns,
  { tracks }: Dictionary,
  doubles: Uint8Array,
  from: number,
  to: number,
): void {
  let heard: Set<number> | null = null;
  const keyOf = (row: number) => tracks.song[track[row]!]! * 2 ** 32 + playedMs[row]!;
  for (let row = from; row < to; row++) {
    if (quality[row] !== MINUTE || doubles[row] !== 0) continue;
    if (tracks.song[track[row]!] === NONE) continue;
    if (!heard) {
      heard = new Set();
      for (let other = from; other < to; other++) {
        if (quality[other] === MEASURED) heard.add(keyOf(other));
      }
    }
    if (heard.has(keyOf(row))) doubles[row] = SAME_AS_EXTENDED;
  }
}
