/** What the columns' indices mean: tracks, and the songs, artists and albums they belong to. */
import { KINDS, REASONS } from '../domain/stream-codes.ts';
import type { Kind, Track } from '../domain/stream.ts';
import { foldName, hashText, joinKey } from './identity.ts';

/** Entry 0 of names, songs, artists and albums: there is none. */
export const NONE = 0;

/**
 * All indices are append-only. A *track* entry is one URI with one spelling of its names, so that
 * a row gives back exactly what was said of it; a song gathers the tracks that mean the same.
 * The name shown for a song, album or artist is the smallest of its spellings in code-point order,
 * whatever came first. `hash` columns are of the entries' keys.
 */
export interface Dictionary {
  /** Texts; entry 0 is null. Titles and names are indices into it. */
  readonly names: readonly (string | null)[];
  /** By track; null where Spotify named none. */
  readonly uris: readonly (string | null)[];
  readonly tracks: {
    /** Index into `KINDS`. */
    readonly kind: Int32Array;
    readonly title: Int32Array;
    readonly artistName: Int32Array;
    readonly albumName: Int32Array;
    readonly albumArtistName: Int32Array;
    readonly song: Int32Array;
    readonly artist: Int32Array;
    readonly album: Int32Array;
    /** ms; 0 where no source said it. */
    readonly durationMs: Int32Array;
    readonly hash: Int32Array;
  };
  readonly songs: {
    readonly kind: Int32Array;
    readonly title: Int32Array;
    readonly artist: Int32Array;
    readonly hash: Int32Array;
  };
  readonly artists: {
    readonly kind: Int32Array;
    readonly name: Int32Array;
    readonly hash: Int32Array;
  };
  readonly albums: {
    readonly kind: Int32Array;
    readonly title: Int32Array;
    readonly artist: Int32Array;
    readonly hash: Int32Array;
  };
  /** Lists behind the columns of the same kind; entry 0 is null. `reasons` begins with `REASONS`. */
  readonly reasons: readonly (string | null)[];
  readonly platforms: readonly (string | null)[];
  readonly countries: readonly (string | null)[];
}

/** What the Web API says besides: by index, sparse, and changing none. */
export interface Metadata extends Told, Learned {}

/** What live plays bring along: stored in the numbers of their dictionary. */
export interface Told {
  /** By track. */
  readonly isrcs: Map<number, string>;
  /** By artist and by album. */
  readonly artistUris: Map<number, string>;
  readonly albumUris: Map<number, string>;
  readonly coverUrls: Map<number, string>;
}

/** What was asked for besides: stored by URI, see `applyDetails`. */
export interface Learned {
  /** By album: `2019`, `2019-05` or `2019-05-12`. */
  readonly releaseDates: ReadonlyMap<number, string>;
  /** By artist. */
  readonly imageUrls: ReadonlyMap<number, string>;
  readonly genres: ReadonlyMap<number, readonly string[]>;
  /** By track: its length in ms, 0 where it was not asked for; beyond the array as well. */
  readonly durationMs: Int32Array;
  /** By track, 0 to 100, where Spotify still says it. */
  readonly popularity: ReadonlyMap<number, number>;
  /** By track: index into the lists of all who are credited; 0 where that was not asked for. */
  readonly creditList: Int32Array;
  readonly creditLists: readonly (readonly Credit[])[];
}

/** An artist as credited on a track. */
export interface Credit {
  readonly name: string;
  readonly uri: string;
}

/** A dictionary with nothing in it but the entries 0. */
export function emptyDictionary(): Dictionary {
  const empty = new Int32Array(0);
  const none = new Int32Array(1);
  return {
    names: [null],
    uris: [],
    tracks: {
      kind: empty,
      title: empty,
      artistName: empty,
      albumName: empty,
      albumArtistName: empty,
      song: empty,
      artist: empty,
      album: empty,
      durationMs: empty,
      hash: empty,
    },
    songs: { kind: none, title: none, artist: none, hash: none },
    artists: { kind: none, name: none, hash: none },
    albums: { kind: none, title: none, artist: none, hash: none },
    reasons: REASONS,
    platforms: [null],
    countries: [null],
  };
}

export function emptyMetadata(): Metadata {
  return {
    isrcs: new Map(),
    artistUris: new Map(),
    albumUris: new Map(),
    coverUrls: new Map(),
    ...NOTHING_LEARNED,
  };
}

const NOTHING_LEARNED: Learned = {
  releaseDates: new Map(),
  imageUrls: new Map(),
  genres: new Map(),
  durationMs: new Int32Array(0),
  popularity: new Map(),
  creditList: new Int32Array(0),
  creditLists: [[]],
};

/** All who are credited on a track, the first one first; empty where that was not asked for. */
export function creditsAt({ creditList, creditLists }: Metadata, track: number): readonly Credit[] {
  return creditLists[creditList[track] ?? 0] ?? [];
}

/** The track entry `index` as its sources described it. */
export function trackAt(dictionary: Dictionary, metadata: Metadata, index: number): Track {
  const { names, uris, tracks } = dictionary;
  const artist = tracks.artist[index]!;
  const album = tracks.album[index]!;
  return {
    kind: kindAt(tracks.kind[index]!),
    uri: uris[index] ?? null,
    title: names[tracks.title[index]!] ?? null,
    artist: names[tracks.artistName[index]!] ?? null,
    album: names[tracks.albumName[index]!] ?? null,
    albumArtist: names[tracks.albumArtistName[index]!] ?? null,
    durationMs: tracks.durationMs[index]! || metadata.durationMs[index] || null,
    isrc: metadata.isrcs.get(index) ?? null,
    coverUrl: metadata.coverUrls.get(album) ?? null,
    artistUri: metadata.artistUris.get(artist) ?? null,
    albumUri: metadata.albumUris.get(album) ?? null,
  };
}

function kindAt(index: number): Kind {
  return KINDS[index] ?? 'unknown';
}

/** The key of an artist, and of a song or an album (title, artist): names of a kind among each other. */
export function entryKey(kind: number, ...names: readonly (string | null)[]): string {
  return joinKey([String(kind), ...names.map(foldName)]);
}

/** The music by this title and artist; `NONE` when the history has not met it. */
export function findSong(
  { songs, artists, names }: Dictionary,
  title: string,
  artist: string | null,
): number {
  const key = entryKey(KINDS.indexOf('music'), title, artist);
  const hash = hashText(key);
  for (let song = 1; song < songs.hash.length; song++) {
    if (songs.hash[song] !== hash) continue;
    const known = names[songs.title[song]!] ?? null;
    const by = names[artists.name[songs.artist[song]!]!] ?? null;
    if (entryKey(songs.kind[song]!, known, by) === key) return song;
  }
  return NONE;
}
