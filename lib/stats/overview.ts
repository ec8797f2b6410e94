/** The head of a history's figures: totals of music, what is distinct in it, and what stands beside. */
import type { Dataset } from '../dataset/dataset.ts';
import { NONE } from '../dataset/dictionary.ts';
import type { Selection } from '../dataset/selection.ts';
import type { Kind } from '../domain/stream.ts';
import { KINDS } from '../domain/stream-codes.ts';
import { IS_SKIP, rowClasses } from './row-classes.ts';
import { type Totals, totals } from './totals.ts';

/** Streams that are no music: in no total and no ranking. */
export interface Beside {
  streams: number;
  playedMs: number;
}

/** Music, but for the last three. */
export interface Overview extends Totals {
  /** Skipped streams, those included of which only the `skipped` flag tells. */
  skips: number;
  /** Distinct ones with a stream, however short. What has no name is not counted. */
  songs: number;
  albums: number;
  artists: number;
  /** UTC ms at which the first and the last stream ended; null while there is none. */
  firstStream: number | null;
  lastStream: number | null;
  podcasts: Beside;
  audiobooks: Beside;
  unknown: Beside;
}

export function overview(dataset: Dataset, selection: Selection): Overview {
  const { from, to, mask } = selection;
  const { track, endedAt, playedMs } = dataset.columns;
  const { tracks, songs, albums, artists } = dataset.dictionary;
  const classes = rowClasses(dataset);
  const isHeard = new Uint8Array(tracks.kind.length);
  const beside = KINDS.map((): Beside => ({ streams: 0, playedMs: 0 }));
  const besideOf = (kind: Kind) => beside[KINDS.indexOf(kind)]!;
  let skips = 0;
  let first = -1;
  let last = -1;
  for (let row = from; row < to; row++) {
    if (mask && mask[row] === 0) continue;
    if (classes[row] === 0) {
      const figures = beside[tracks.kind[track[row]!]!]!;
      figures.streams++;
      figures.playedMs += playedMs[row]!;
      continue;
    }
    if (classes[row]! & IS_SKIP) skips++;
    isHeard[track[row]!] = 1;
    if (first < 0) first = row;
    last = row;
  }
  return {
    ...totals(dataset, selection),
    skips,
    songs: countGroups(isHeard, tracks.song, songs.hash.length),
    albums: countGroups(isHeard, tracks.album, albums.hash.length),
    artists: countGroups(isHeard, tracks.artist, artists.hash.length),
    firstStream: endedAt[first] ?? null,
    lastStream: endedAt[last] ?? null,
    podcasts: besideOf('podcast'),
    audiobooks: besideOf('audiobook'),
    unknown: besideOf('unknown'),
  };
}

/** How many groups the marked tracks belong to; `NONE` is nothing to be counted. */
function countGroups(isHeard: Uint8Array, groupOfTrack: Int32Array, groups: number): number {
  const isCounted = new Uint8Array(groups);
  isCounted[NONE] = 1;
  let count = 0;
  for (let track = 0; track < isHeard.length; track++) {
    const group = groupOfTrack[track]!;
    if (isHeard[track] === 0 || isCounted[group] === 1) continue;
    isCounted[group] = 1;
    count++;
  }
  return count;
}
