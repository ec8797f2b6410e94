/** Makes one stream of the rows that say the same in several files: rules 1 and 2 of merging. */
import { AUDIOBOOK, MINUTE, type Columns, ESTIMATED, MEASURED, pickRows } from './columns.ts';
import type { Dataset } from './dataset.ts';
import { type Dictionary, NONE, trackAt } from './dictionary.ts';
import { foldName, nameKey, trackKey } from './identity.ts';

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
 *    A row that lost its URI is one with a row that has one, where both have the same names: "URI or
 *    name". Rows of different URIs stay two, whatever their names.
 * 2. A row of account data is the same stream as an extended row of the same song, with the same
 *    time heard, in the same minute; of an audiobook, the same chapter of the same book. The extended
 *    row stays.
 *
 * Which rows stay depends on what they say and never on the order of files.
 */
export function mergeExports(dataset: Dataset): MergedExports {
  const doubles = findExportDoubles(dataset);
  return { dataset: withoutDoubles(dataset, doubles), doubles };
}

/** The rows for which `doubles` has 0. */
export function withoutDoubles(dataset: Dataset, doubles: Uint8Array): Dataset {
  let staying = 0;
  for (const double of doubles) if (double === 0) staying++;
  if (staying === doubles.length) return dataset;
  const order = new Uint32Array(staying);
  for (let row = 0, i = 0; row < doubles.length; row++) if (doubles[row] === 0) order[i++] = row;
  return { ...dataset, columns: pickRows(dataset.columns, order) };
}

/** By row of a dataset in order: 0, `SAME_ROW` or `SAME_AS_EXTENDED`. */
export function findExportDoubles(dataset: Dataset): Uint8Array {
  const { rows, endedAt, playedMs, quality } = dataset.columns;
  const doubles = new Uint8Array(rows);
  let identities: Int32Array | null = null;
  for (let from = 0, to; from < rows; from = to) {
    to = from + 1;
    while (to < rows && endedAt[to] === endedAt[from] && playedMs[to] === playedMs[from]) to++;
    if (to - from === 1) continue;
    identities ??= identifyTracks(dataset);
    markSameRows(dataset, identities, doubles, from, to);
    for (let row = from; row < to; row++) {
      if (doubles[row] === 0 && hasNamesake(dataset, row, from, to)) doubles[row] = SAME_ROW;
    }
  }
  for (let row = 0; row < rows; row++) {
    if (quality[row] !== MINUTE || doubles[row] !== 0) continue;
    if (hasExtendedRow(dataset, row)) doubles[row] = SAME_AS_EXTENDED;
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

/** Rule 1 among rows of the same end and time heard, from the last to the first. */
function markSameRows(
  { columns, dictionary: { reasons } }: Dataset,
  identities: Int32Array,
  doubles: Uint8Array,
  from: number,
  to: number,
): void {
  const { quality, track, reasonStart, reasonEnd } = columns;
  const seen = new Set<number>();
  for (let row = to - 1; row >= from; row--) {
    if (quality[row] === ESTIMATED) continue;
    const said = identities[track[row]!]! * 2 + (quality[row] === MEASURED ? 0 : 1);
    const key = (said * reasons.length + reasonStart[row]!) * reasons.length + reasonEnd[row]!;
    if (seen.has(key)) doubles[row] = SAME_ROW;
    else seen.add(key);
  }
}

/** Rule 1 where a row has names only: another that says the same, with the same names and a URI. */
function hasNamesake(dataset: Dataset, row: number, from: number, to: number): boolean {
  const { columns, dictionary, metadata } = dataset;
  const { quality, track, reasonStart, reasonEnd } = columns;
  const { uris, tracks } = dictionary;
  if (quality[row] !== MEASURED || uris[track[row]!] !== null) return false;
  const { title, ...names } = trackAt(dictionary, metadata, track[row]!);
  if (foldName(title) === '') return false;
  const key = nameKey({ title, ...names });
  for (let other = from; other < to; other++) {
    const told = track[other]!;
    if (
      quality[other] === MEASURED &&
      uris[told] !== null &&
      reasonStart[other] === reasonStart[row] &&
      reasonEnd[other] === reasonEnd[row] &&
      tracks.kind[told] === tracks.kind[track[row]!] &&
      nameKey(trackAt(dictionary, metadata, told)) === key
    ) {
      return true;
    }
  }
  return false;
}

/**
 * Rule 2: an extended row within the minute that a row of account data begins. One that is itself
 * another's double says as much as that other. What has no name is no song, and the same as nothing.
 */
function hasExtendedRow({ columns, dictionary }: Dataset, row: number): boolean {
  const { rows, endedAt } = columns;
  const minute = Math.floor(endedAt[row]! / MINUTE_MS) * MINUTE_MS;
  let first = row;
  while (first > 0 && endedAt[first - 1]! >= minute) first--;
  for (let other = first; other < rows && endedAt[other]! < minute + MINUTE_MS; other++) {
    if (columns.quality[other] === MEASURED && isSameStream(columns, dictionary, row, other)) {
      return true;
    }
  }
  return false;
}

function isSameStream(columns: Columns, dictionary: Dictionary, row: number, other: number) {
  if (columns.playedMs[row] !== columns.playedMs[other]) return false;
  const [heard, told] = [columns.track[row]!, columns.track[other]!];
  const { song } = dictionary.tracks;
  if (song[heard] !== NONE && song[heard] === song[told]) return true;
  return isSameChapter(dictionary, heard, told);
}

/** Account data names an audiobook's author, where the extended history names nobody. */
function isSameChapter({ names, tracks }: Dictionary, a: number, b: number): boolean {
  if (tracks.kind[a] !== AUDIOBOOK || tracks.kind[b] !== AUDIOBOOK) return false;
  const nameOf = (index: number) => foldName(names[index] ?? null);
  const chapter = nameOf(tracks.title[a]!);
  return (
    chapter !== '' &&
    chapter === nameOf(tracks.title[b]!) &&
    nameOf(tracks.albumName[a]!) === nameOf(tracks.albumName[b]!)
  );
}
