/** The history as tables for the engines it is compared with: the same rows, the same numbers for names. */
import type { Dataset } from '../../../lib/dataset/dataset.ts';
import { albumTitle, artistName, songTitle } from '../../../lib/stats/names.ts';
import { offsetIndex, type TimeZone } from '../../../lib/stats/time-zone.ts';

export type SqlType = 'BIGINT' | 'INTEGER' | 'UTINYINT' | 'USMALLINT' | 'VARCHAR';

export interface ReferenceTable {
  name: string;
  columns: Record<string, { type: SqlType; values: ArrayLike<number | string | null> }>;
  rows: number;
}

const HOUR_MS = 3_600_000;

/** Everything our own columns and dictionary hold, as a person at home in SQL would lay it out. */
export function referenceTables({ columns, dictionary }: Dataset): ReferenceTable[] {
  const { songs, artists, albums, tracks } = dictionary;
  const flag = (shift: number) => columns.flags.map((flags) => (flags >> shift) & 3);
  const nameOf = (artist: number) => artistName(dictionary, artist);
  const places = (length: number) => Uint32Array.from({ length }, (_, place) => place);
  const list = (name: string, texts: readonly (string | null)[]): ReferenceTable => ({
    name,
    rows: texts.length,
    columns: {
      code: { type: 'USMALLINT', values: places(texts.length) },
      name: { type: 'VARCHAR', values: texts },
    },
  });
  return [
    {
      name: 'streams',
      rows: columns.rows,
      columns: {
        ended_at: { type: 'BIGINT', values: columns.endedAt },
        played_ms: { type: 'BIGINT', values: columns.playedMs },
        track: { type: 'INTEGER', values: columns.track },
        quality: { type: 'UTINYINT', values: columns.quality },
        shuffle: { type: 'UTINYINT', values: flag(0) },
        skipped: { type: 'UTINYINT', values: flag(2) },
        offline: { type: 'UTINYINT', values: flag(4) },
        incognito: { type: 'UTINYINT', values: flag(6) },
        reason_start: { type: 'USMALLINT', values: columns.reasonStart },
        reason_end: { type: 'USMALLINT', values: columns.reasonEnd },
        platform: { type: 'USMALLINT', values: columns.platform },
        country: { type: 'USMALLINT', values: columns.country },
      },
    },
    {
      name: 'tracks',
      rows: tracks.hash.length,
      columns: {
        track: { type: 'INTEGER', values: places(tracks.hash.length) },
        kind: { type: 'UTINYINT', values: tracks.kind },
        uri: { type: 'VARCHAR', values: dictionary.uris },
        song: { type: 'INTEGER', values: tracks.song },
        artist: { type: 'INTEGER', values: tracks.artist },
        album: { type: 'INTEGER', values: tracks.album },
      },
    },
    {
      name: 'songs',
      rows: songs.hash.length,
      columns: {
        song: { type: 'INTEGER', values: places(songs.hash.length) },
        title: {
          type: 'VARCHAR',
          values: Array.from(songs.hash, (_, song) => songTitle(dictionary, song)),
        },
        artist: { type: 'VARCHAR', values: Array.from(songs.artist, nameOf) },
      },
    },
    {
      name: 'artists',
      rows: artists.hash.length,
      columns: {
        artist: { type: 'INTEGER', values: places(artists.hash.length) },
        name: { type: 'VARCHAR', values: Array.from(artists.hash, (_, artist) => nameOf(artist)) },
      },
    },
    {
      name: 'albums',
      rows: albums.hash.length,
      columns: {
        album: { type: 'INTEGER', values: places(albums.hash.length) },
        title: {
          type: 'VARCHAR',
          values: Array.from(albums.hash, (_, album) => albumTitle(dictionary, album)),
        },
        artist: { type: 'VARCHAR', values: Array.from(albums.artist, nameOf) },
      },
    },
    list('reasons', dictionary.reasons),
    list('platforms', dictionary.platforms),
    list('countries', dictionary.countries),
  ];
}

/** A zone for an engine without zones: what to add in each hour there is. Whole hours do for Berlin's. */
export function zoneTable({ columns }: Dataset, zone: TimeZone): ReferenceTable {
  const first = Math.floor((columns.endedAt[0] ?? 0) / HOUR_MS);
  const last = Math.floor((columns.endedAt.at(-1) ?? 0) / HOUR_MS);
  const hours = Int32Array.from({ length: last - first + 1 }, (_, i) => first + i);
  return {
    name: 'zone',
    rows: hours.length,
    columns: {
      hour: { type: 'INTEGER', values: hours },
      offset_ms: {
        type: 'INTEGER',
        values: hours.map((hour) => zone.offsetsMs[offsetIndex(zone, hour * HOUR_MS)]!),
      },
    },
  };
}
