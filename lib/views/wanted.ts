/** What an answer shows without cover or picture: the background is asked to fetch it before the rest. */
import type { Dataset } from '../dataset/dataset.ts';
import { type Dictionary, NONE } from '../dataset/dictionary.ts';
import { parseItemUri } from '../domain/spotify-uri.ts';

/** A screen of them. */
const MOST = 50;

const wanted = new WeakMap<Dataset['metadata'], Set<string>>();

/** Notes a track, an album or an artist, by URI. */
export function wantUri({ metadata }: Dataset, uri: string | null): void {
  if (uri === null || !parseItemUri(uri)) return;
  const uris = wanted.get(metadata) ?? new Set();
  if (uris.size < MOST) uris.add(uri);
  wanted.set(metadata, uris);
}

/** By the album's index. An export tells no URI of an album, but one of its tracks leads there. */
export function wantAlbum(dataset: Dataset, album: number): void {
  const { dictionary, metadata } = dataset;
  wantUri(dataset, metadata.albumUris.get(album) ?? trackOf(dictionary, 'album', album));
}

/** By the artist's index. */
export function wantArtist(dataset: Dataset, artist: number): void {
  const { dictionary, metadata } = dataset;
  wantUri(dataset, metadata.artistUris.get(artist) ?? trackOf(dictionary, 'artist', artist));
}

/** What was noted since it was last taken, in that order. */
export function takeWanted({ metadata }: Dataset): string[] {
  const uris = [...(wanted.get(metadata) ?? [])];
  wanted.delete(metadata);
  return uris;
}

/** The same rows and names, for answers that nobody sees: what they lack is not noted. */
export function unseen(dataset: Dataset): Dataset {
  return { ...dataset, metadata: { ...dataset.metadata } };
}

const tracksOf = new WeakMap<Dictionary, Record<'album' | 'artist', Int32Array>>();

function trackOf(dictionary: Dictionary, kind: 'album' | 'artist', index: number): string | null {
  let tracks = tracksOf.get(dictionary);
  if (!tracks) {
    tracks = { album: lastTracks(dictionary, 'album'), artist: lastTracks(dictionary, 'artist') };
    tracksOf.set(dictionary, tracks);
  }
  return dictionary.uris[tracks[kind][index]!] ?? null;
}

/** By album or artist: a track of it that has a URI, −1 where none has. */
function lastTracks({ uris, tracks, albums, artists }: Dictionary, kind: 'album' | 'artist') {
  const groups = kind === 'album' ? albums : artists;
  const last = new Int32Array(groups.hash.length).fill(-1);
  for (const [track, uri] of uris.entries()) if (uri !== null) last[tracks[kind][track]!] = track;
  last[NONE] = -1;
  return last;
}
