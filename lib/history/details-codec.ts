/** What the Web API said of many things, as it is stored: columns that point into one table of texts. */
import type { Details } from '../domain/details.ts';
import { z } from '../domain/schema.ts';
import { packInts, PackedInts, unpackInts } from './packed-ints.ts';
import { decodeTexts, encodeTexts, TextTable } from './text-table.ts';

/** Every column in the order of the table's things; 0 stands for null. */
function tableOf<const Names extends readonly string[]>(names: Names) {
  return z
    .record(z.enum([...names, 'uri', 'askedAt', 'missing']), PackedInts)
    .check(z.refine(hasEvenColumns, 'columns of one table differ in length'));
}

function hasEvenColumns(table: Readonly<Record<string, PackedInts>>): boolean {
  return new Set(Object.values(table).map(({ length }) => length)).size === 1;
}

/** `askedAt` is in seconds; `popularity` is one more than it is; lists are texts of one item a line. */
export const StoredDetails = z.object({
  texts: TextTable,
  tracks: tableOf(['album', 'artists', 'durationMs', 'isrc', 'popularity']),
  albums: tableOf(['name', 'artists', 'releaseDate', 'cover']),
  artists: tableOf(['name', 'image', 'genres']),
});
export type StoredDetails = z.infer<typeof StoredDetails>;

const MOST = 2 ** 32 - 1;

export function encodeDetails({ tracks, albums, artists }: Details): StoredDetails {
  const pool = createPool();
  const tables = {
    tracks: encodeTable(tracks, pool.add, {
      album: ({ albumUri }) => pool.add(albumUri),
      artists: ({ artistUris }) => pool.addList(artistUris),
      durationMs: ({ durationMs }) => durationMs ?? 0,
      isrc: ({ isrc }) => pool.add(isrc),
      popularity: ({ popularity }) => (popularity === null ? 0 : popularity + 1),
    }),
    albums: encodeTable(albums, pool.add, {
      name: ({ name }) => pool.add(name),
      artists: ({ artistUris }) => pool.addList(artistUris),
      releaseDate: ({ releaseDate }) => pool.add(releaseDate),
      cover: ({ coverUrl }) => pool.add(coverUrl),
    }),
    artists: encodeTable(artists, pool.add, {
      name: ({ name }) => pool.add(name),
      image: ({ imageUrl }) => pool.add(imageUrl),
      genres: ({ genres }) => pool.addList(genres),
    }),
  };
  return { ...tables, texts: encodeTexts(pool.texts) };
}

export function decodeDetails({ texts, tracks, albums, artists }: StoredDetails): Details {
  const pool = decodeTexts(texts);
  const lists = new Map<number, string[]>();
  const text = (place: number) => pool[place] ?? null;
  const list = (place: number): string[] => {
    let items = lists.get(place);
    if (!items) {
      items = text(place)?.split('\n') ?? [];
      lists.set(place, items);
    }
    return items;
  };
  return {
    tracks: decodeTable(
      tracks,
      text,
      ({ album, artists: by, durationMs, isrc, popularity }, i) => ({
        albumUri: text(album[i]!),
        artistUris: list(by[i]!),
        durationMs: durationMs[i]! || null,
        isrc: text(isrc[i]!),
        popularity: popularity[i] === 0 ? null : popularity[i]! - 1,
      }),
    ),
    albums: decodeTable(albums, text, ({ name, artists: by, releaseDate, cover }, i) => ({
      name: text(name[i]!),
      artistUris: list(by[i]!),
      releaseDate: text(releaseDate[i]!),
      coverUrl: text(cover[i]!),
    })),
    artists: decodeTable(artists, text, ({ name, image, genres }, i) => ({
      name: text(name[i]!),
      imageUrl: text(image[i]!),
      genres: list(genres[i]!),
    })),
  };
}

interface Asked {
  askedAt: number | null;
  missing: boolean;
}

type Table<Name extends string> = Record<Name | 'uri' | keyof Asked, PackedInts>;

function encodeTable<Thing extends Asked, Name extends string>(
  things: ReadonlyMap<string, Thing>,
  addText: (text: string) => number,
  columns: Record<Name, (thing: Thing) => number>,
): Table<Name> {
  const all = [...things.values()];
  const own = Object.entries<(thing: Thing) => number>(columns).map(
    ([name, read]) => [name, pack(all.map(read))] as const,
  );
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the very names of `columns`
  const named = Object.fromEntries(own) as Record<Name, PackedInts>;
  return {
    ...named,
    uri: pack(Array.from(things.keys(), addText)),
    askedAt: pack(all.map(({ askedAt }) => Math.min(Math.floor((askedAt ?? 0) / 1000), MOST))),
    missing: pack(all.map(({ missing }) => (missing ? 1 : 0))),
  };
}

function decodeTable<Name extends string, Facts>(
  table: Table<Name>,
  text: (place: number) => string | null,
  read: (columns: Record<Name | 'uri' | keyof Asked, Uint32Array>, place: number) => Facts,
): Map<string, Facts & Asked> {
  const unpacked = Object.entries<PackedInts>(table).map(
    ([name, column]) => [name, unpackInts(column)] as const,
  );
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the very names of `table`
  const columns = Object.fromEntries(unpacked) as Record<Name | 'uri' | keyof Asked, Uint32Array>;
  const things = new Map<string, Facts & Asked>();
  for (let i = 0; i < columns.uri.length; i++) {
    const uri = text(columns.uri[i]!);
    if (uri === null) continue;
    const seconds = columns.askedAt[i]!;
    things.set(uri, {
      ...read(columns, i),
      askedAt: seconds === 0 ? null : seconds * 1000,
      missing: columns.missing[i] === 1,
    });
  }
  return things;
}

function pack(numbers: readonly number[]): PackedInts {
  return packInts(Uint32Array.from(numbers));
}

/** Each text once; the first is null. */
function createPool() {
  const texts: (string | null)[] = [null];
  const places = new Map<string, number>();
  function add(text: string | null): number {
    if (text === null) return 0;
    let place = places.get(text);
    if (place === undefined) {
      place = texts.push(text) - 1;
      places.set(text, place);
    }
    return place;
  }
  const addList = (items: readonly string[]) => add(items.length > 0 ? items.join('\n') : null);
  return { texts, add, addList };
}
