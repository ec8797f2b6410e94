/** The head of a history's figures: totals of music, what is distinct in it, and what stands beside. */
import { MUSIC } from '../dataset/columns.ts';
import type { Dataset } from '../dataset/dataset.ts';
import { NONE } from '../dataset/dictionary.ts';
import type { Selection } from '../dataset/selection.ts';
import { type Kind } from '../domain/stream.ts';
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
  const hasSong = new Uint8Array(songs.hash.length);
  const hasAlbum = new Uint8Array(albums.hash.length);
  const hasArtist = new Uint8Array(artists.hash.length);
  const beside = KINDS.map((): Beside => ({ streams: 0, playedMs: 0 }));
  const besideOf = (kind: Kind) => beside[KINDS.indexOf(kind)]!;
  let skips = 0;
  let firstStream: number | null = null;
  let lastStream: number | null = null;
  for (let row = from; row < to; row++) {
    if (mask && mask[row] === 0) continue;
    const index = track[row]!;
    const kind = tracks.kind[index]!;
    if (kind !== MUSIC) {
      beside[kind]!.streams++;
      beside[kind]!.playedMs += playedMs[row]!;
      continue;
    }
    if (classes[row]! & IS_SKIP) skips++;
    hasSong[tracks.song[index]!] = 1;
    hasAlbum[tracks.album[index]!] = 1;
    hasArtist[tracks.artist[index]!] = 1;
    firstStream ??= endedAt[row]!;
    lastStream = endedAt[row]!;
  }
  return {
    ...totals(dataset, selection),
    skips,
    songs: countMarked(hasSong),
    albums: countMarked(hasAlbum),
    artists: countMarked(hasArtist),
    firstStream,
    lastStream,
    podcasts: besideOf('podcast'),
    audiobooks: besideOf('audiobook'),
    unknown: besideOf('unknown'),
  };
}

/** `NONE` is nothing to be counted. */
function countMarked(marks: Uint8Array): number {
  let count = 0;
  for (let index = NONE + 1; index < marks.length; index++) count += marks[index]!;
  return count;
}
