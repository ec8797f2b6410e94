/** Playlists over a generated history, and the same in SQL: what is kept, against what is heard. */
import { trackAt } from '../../../lib/dataset/dictionary.ts';
import type { PlaylistSongs } from '../../../lib/stats/top-playlists.ts';
import type { Scene } from './scene.ts';

/** Lists of tracks the history has met, by URI, by name or by both, and of some it has not. */
export function inventPlaylists({ dataset: { dictionary, metadata } }: Scene): PlaylistSongs[] {
  const { length } = dictionary.tracks.hash;
  const unknown = { uri: 'spotify:track:never', name: 'Never heard', by: 'Nobody' };
  return Array.from({ length: 5 }, (_, list) => ({
    name: `List ${list % 3}`,
    songs: Array.from({ length: list * 4 }, (_unused, i) => {
      const { kind, uri, title, artist } = trackAt(dictionary, metadata, (i * 31 + list) % length);
      const name = i % 3 === 1 || !title?.trim() ? null : title;
      const isNamed = name !== null || (uri !== null && i % 3 > 0);
      if (kind !== 'music' || i % 7 === 6 || !isNamed) return unknown;
      return { uri: i % 3 === 0 ? null : uri, name, by: artist };
    }),
  }));
}

/**
 * Tables for a WITH: `items` (list, place, thing), a thing being what makes two items the same, and
 * `songs` (list, thing, song_key), what each thing stands for. There must be an item.
 */
export function listsInSql(playlists: readonly PlaylistSongs[]): string {
  const items = playlists.flatMap(({ songs }, list) =>
    songs.map((song, place) => {
      const { uri, name, by } = song;
      return `(${list}, ${place}, ${sqlText(uri)}, ${sqlText(name)}, ${sqlText(by)})`;
    }),
  );
  return `
    keyed_items AS (
      SELECT list, place, uri, t.key AS title, coalesce(a.key, '') AS "by"
      FROM (VALUES ${items.join()}) i(list, place, uri, name, artist)
      LEFT JOIN (FROM keys UNION VALUES ('Never heard', 'never heard')) t ON t.name = i.name
      LEFT JOIN (FROM keys UNION VALUES ('Nobody', 'nobody')) a ON a.name = i.artist
    ),
    items AS (
      SELECT list, place, uri, title || ' / ' || "by" AS named, coalesce(named, uri) AS thing
      FROM keyed_items
    ),
    songs AS (
      SELECT DISTINCT list, thing, song_key FROM items JOIN (
        SELECT DISTINCT song_key, uri AS known_uri FROM streams WHERE song_key IS NOT NULL
      ) ON known_uri = items.uri OR song_key = named
    )`;
}

export function sqlText(value: string | null): string {
  return value === null ? 'NULL::VARCHAR' : `'${value.replaceAll("'", "''")}'`;
}
