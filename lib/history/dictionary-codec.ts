/** A dictionary as it is stored: numbers, strings, and what stands beside them. */
import { z } from '../domain/schema.ts';
import { type Dictionary, emptyMetadata, type Metadata } from '../dataset/dictionary.ts';
import { packInts, readInts, StoredInts as Numbers } from './packed-ints.ts';
import { countTexts, decodeTexts, encodeTexts, TextTable } from './text-table.ts';
import { encodeUris, readUri } from './uri-prefixes.ts';

const Texts = z.array(z.nullable(z.string()));
const Sparse = z.object({ at: Numbers, texts: TextTable });

const StoredNumbers = z.object({
  tracks: z.object({
    kind: Numbers,
    title: Numbers,
    artistName: Numbers,
    albumName: Numbers,
    albumArtistName: Numbers,
    song: Numbers,
    artist: Numbers,
    album: Numbers,
    durationMs: Numbers,
    hash: Numbers,
  }),
  songs: z.object({ kind: Numbers, title: Numbers, artist: Numbers, hash: Numbers }),
  artists: z.object({ kind: Numbers, name: Numbers, hash: Numbers }),
  albums: z.object({ kind: Numbers, title: Numbers, artist: Numbers, hash: Numbers }),
});

const StoredStrings = z.object({
  names: TextTable,
  uris: TextTable,
  reasons: Texts,
  platforms: Texts,
  countries: Texts,
});

const StoredMetadata = z.object({
  isrcs: Sparse,
  artistUris: Sparse,
  albumUris: Sparse,
  coverUrls: Sparse,
});

export const StoredDictionary = z
  .object({ numbers: StoredNumbers, strings: StoredStrings, metadata: StoredMetadata })
  .check(z.refine(hasEvenTables, 'columns of one table differ in length'));
export type StoredDictionary = z.infer<typeof StoredDictionary>;

/** The parts, each a record of its own: a change to one need not rewrite the others. */
export const DICTIONARY_PARTS = ['numbers', 'strings', 'metadata'] as const;

function hasEvenTables(stored: {
  numbers: z.infer<typeof StoredNumbers>;
  strings: z.infer<typeof StoredStrings>;
}): boolean {
  const { tracks, songs, artists, albums } = stored.numbers;
  const tables: Record<string, Numbers>[] = [tracks, songs, artists, albums];
  return (
    tables.every((table) => new Set(Object.values(table).map(({ length }) => length)).size === 1) &&
    countTexts(stored.strings.uris) === tracks.hash.length
  );
}

export function encodeDictionary(dictionary: Dictionary, metadata: Metadata): StoredDictionary {
  const { songs, artists, albums } = dictionary;
  return {
    numbers: {
      tracks: mapColumns(maskSpellings(dictionary), packInts),
      songs: mapColumns(songs, packInts),
      artists: mapColumns(artists, packInts),
      albums: mapColumns(albums, packInts),
    },
    strings: {
      names: encodeTexts(dictionary.names),
      uris: encodeTexts(encodeUris(dictionary.uris)),
      reasons: [...dictionary.reasons],
      platforms: [...dictionary.platforms],
      countries: [...dictionary.countries],
    },
    metadata: {
      isrcs: encodeSparse(metadata.isrcs),
      artistUris: encodeSparse(metadata.artistUris),
      albumUris: encodeSparse(metadata.albumUris),
      coverUrls: encodeSparse(metadata.coverUrls),
    },
  };
}

export function decodeDictionary({ numbers, strings, metadata }: StoredDictionary): {
  dictionary: Dictionary;
  metadata: Metadata;
} {
  const tables = {
    tracks: mapColumns(numbers.tracks, readInts),
    songs: mapColumns(numbers.songs, readInts),
    artists: mapColumns(numbers.artists, readInts),
    albums: mapColumns(numbers.albums, readInts),
  };
  // Version 1 of the database wrote the spellings as they are.
  const isMasked = 'planes' in numbers.tracks.title;
  return {
    dictionary: {
      ...tables,
      tracks: isMasked ? maskSpellings(tables) : tables.tracks,
      ...strings,
      names: decodeTexts(strings.names),
      uris: decodeTexts(strings.uris, readUri),
    },
    metadata: {
      ...emptyMetadata(),
      isrcs: decodeSparse(metadata.isrcs),
      artistUris: decodeSparse(metadata.artistUris),
      albumUris: decodeSparse(metadata.albumUris),
      coverUrls: decodeSparse(metadata.coverUrls),
    },
  };
}

/**
 * The tracks with their spellings told as what differs from those of song, artist and album, which
 * is mostly nothing. Done twice, it gives back what was.
 */
function maskSpellings({
  tracks,
  songs,
  artists,
  albums,
}: Pick<Dictionary, 'tracks' | 'songs' | 'artists' | 'albums'>): Dictionary['tracks'] {
  return {
    ...tracks,
    title: mask(tracks.title, songs.title, tracks.song),
    artistName: mask(tracks.artistName, artists.name, tracks.artist),
    albumName: mask(tracks.albumName, albums.title, tracks.album),
  };
}

function mask(names: Int32Array, usual: Int32Array, group: Int32Array): Int32Array {
  return names.map((name, track) => name ^ usual[group[track]!]!);
}

function mapColumns<Name extends string, From, To>(
  table: Readonly<Record<Name, From>>,
  map: (column: From) => To,
): Record<Name, To> {
  const entries = Object.entries<From>(table).map(([name, column]) => [name, map(column)] as const);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the very names of `table`
  return Object.fromEntries(entries) as Record<Name, To>;
}

function encodeSparse(values: Map<number, string>): z.infer<typeof Sparse> {
  return { at: packInts(Int32Array.from(values.keys())), texts: encodeTexts([...values.values()]) };
}

function decodeSparse({ at, texts }: z.infer<typeof Sparse>): Map<number, string> {
  const values = decodeTexts(texts);
  return new Map(Array.from(readInts(at), (index, i) => [index, values[i] ?? '']));
}
