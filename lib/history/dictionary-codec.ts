/** A dictionary as it is stored: numbers, strings, and what stands beside them. */
import { z } from '../domain/schema.ts';
import type { Dictionary, Metadata } from '../dataset/dictionary.ts';
import { Signed as Numbers } from './typed-array.ts';
import { decodeTexts, encodeTexts, TextTable } from './text-table.ts';

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
  const tables: Record<string, Int32Array>[] = [tracks, songs, artists, albums];
  return (
    tables.every((table) => new Set(Object.values(table).map(({ length }) => length)).size === 1) &&
    stored.strings.uris.ends.length === tracks.hash.length
  );
}

export function encodeDictionary(dictionary: Dictionary, metadata: Metadata): StoredDictionary {
  const { tracks, songs, artists, albums } = dictionary;
  return {
    numbers: { tracks, songs, artists, albums },
    strings: {
      names: encodeTexts(dictionary.names),
      uris: encodeTexts(dictionary.uris),
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
  return {
    dictionary: {
      ...numbers,
      ...strings,
      names: decodeTexts(strings.names),
      uris: decodeTexts(strings.uris),
    },
    metadata: {
      isrcs: decodeSparse(metadata.isrcs),
      artistUris: decodeSparse(metadata.artistUris),
      albumUris: decodeSparse(metadata.albumUris),
      coverUrls: decodeSparse(metadata.coverUrls),
    },
  };
}

function encodeSparse(values: Map<number, string>): z.infer<typeof Sparse> {
  return { at: Int32Array.from(values.keys()), texts: encodeTexts([...values.values()]) };
}

function decodeSparse({ at, texts }: z.infer<typeof Sparse>): Map<number, string> {
  const values = decodeTexts(texts);
  return new Map(Array.from(at, (index, i) => [index, values[i] ?? '']));
}
