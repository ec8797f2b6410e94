/** Seasons, discoveries, release years and playlists, checked against SQL. */
import { expect } from 'vitest';
import { trackAt } from '../../lib/dataset/dictionary.ts';
import { discoveries } from '../../lib/stats/discoveries.ts';
import { albumTitle } from '../../lib/stats/names.ts';
import { releaseYears } from '../../lib/stats/release-years.ts';
import { seasons } from '../../lib/stats/seasons.ts';
import { type PlaylistSongs, topPlaylists } from '../../lib/stats/top-playlists.ts';
import { checkStatistics, expectSame } from '../support/duckdb/check-statistics.ts';
import type { Row } from '../support/duckdb/database.ts';
import type { Scene } from '../support/duckdb/scene.ts';

/** The first play of each is a discovery; rows are told apart by their order in time. */
const FIRST_PLAYS = `
  SELECT song_key AS key, 'song' AS what, min(ended_at) AS ended_at
    FROM streams WHERE is_play AND song_key IS NOT NULL GROUP BY song_key
  UNION ALL
  SELECT artist_key, 'artist', min(ended_at)
    FROM streams WHERE is_play AND artist_key IS NOT NULL GROUP BY artist_key`;

/** An invented year for two albums of three, by the length of the title shown. */
function inventYears({ dataset: { dictionary } }: Scene): Map<number, number> {
  const years = new Map<number, number>();
  for (let album = 1; album < dictionary.albums.hash.length; album++) {
    const { length } = Array.from(albumTitle(dictionary, album));
    if (length % 3 > 0) years.set(album, 1955 + length * 3);
  }
  return years;
}
const YEAR = `CASE WHEN length(album_title) % 3 > 0 THEN 1955 + length(album_title) * 3 END`;

/** Lists of tracks the history has met, by URI, by name or by both, and of some it has not. */
function inventPlaylists({ dataset: { dictionary, metadata } }: Scene): PlaylistSongs[] {
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

const text = (value: string | null) =>
  value === null ? 'NULL::VARCHAR' : `'${value.replaceAll("'", "''")}'`;

/** The evenness sums logarithms: its last digits depend on their order. */
function rounded(rows: readonly object[]): object[] {
  return rows.map((row) => {
    const { evenness, ...rest } = row as Row;
    return { ...rest, evenness: evenness === null ? null : Number(evenness).toFixed(9) };
  });
}

checkStatistics({
  discoveries: async ({ dataset, selection, zone, query }) => {
    const sql = await query(`
      WITH firsts AS (${FIRST_PLAYS}),
      days AS (SELECT DISTINCT ended_at, month FROM selected)
      SELECT (left(month, 4)::INT - 1970) * 12 + right(month, 2)::INT - 1 AS month,
        count_if(what = 'artist') AS artists, count_if(what = 'song') AS songs
      FROM firsts JOIN days USING (ended_at) GROUP BY ALL ORDER BY ALL`);
    expectSame(sql, discoveries(dataset, selection, zone));
  },

  seasons: async ({ dataset, selection, zone, query }) => {
    const sql = await query(`
      WITH firsts AS (${FIRST_PLAYS}),
      rows AS (
        SELECT *, CAST(date_trunc('quarter', local + INTERVAL 1 MONTH) - INTERVAL 1 MONTH AS DATE)
          AS begin
        FROM selected WHERE is_music
      ),
      songs AS (
        SELECT begin, song_key, bool_or(rows.ended_at = firsts.ended_at) AS is_first
        FROM rows JOIN firsts ON what = 'song' AND key = song_key
        WHERE is_play GROUP BY begin, song_key
      ),
      times AS (
        SELECT begin, sum(played_ms) AS ms, count_if(is_play) AS plays
        FROM rows WHERE artist_key IS NOT NULL GROUP BY begin, artist_key
      ),
      parts AS (
        SELECT *, ms / sum(ms) OVER (PARTITION BY begin) AS part FROM times WHERE ms > 0
      )
      SELECT date_diff('day', DATE '1970-01-01', begin) AS first, year(begin) AS year, month(begin) AS month,
        (SELECT count(*) FROM times t WHERE t.begin = b.begin AND plays > 0) AS artists,
        (SELECT count(*) FROM songs s WHERE s.begin = b.begin) AS songs,
        (SELECT count_if(is_first) / nullif(count(*), 0) FROM songs s WHERE s.begin = b.begin)
          AS "firstTimeShare",
        (SELECT CASE WHEN count(*) > 1 THEN -sum(part * ln(part)) / ln(count(*)) END
          FROM parts p WHERE p.begin = b.begin) AS evenness
      FROM (SELECT DISTINCT begin FROM rows) b ORDER BY begin`);
    const ours = seasons(dataset, selection, zone, 'southern');
    const names = { 12: 'summer', 3: 'autumn', 6: 'winter', 9: 'spring' };
    const expected = sql.map(({ first, year, month, ...figures }) => {
      const name = Object.entries(names).find(([begin]) => Number(begin) === month)?.[1];
      return { first, name, year, ...figures };
    });
    const found = ours.map(({ name, year, days, ...figures }) => {
      expect(days.last - days.first + 1).toBeGreaterThanOrEqual(90);
      return { first: days.first, name, year, ...figures };
    });
    expectSame(rounded(expected), rounded(found));
  },

  'release years': async (scene) => {
    const spans = (year: string) =>
      scene.query(`
        SELECT ${year} AS year, count_if(is_play) AS plays, sum(played_ms) AS "playedMs"
        FROM selected LEFT JOIN album_names USING (album_key)
        WHERE is_music GROUP BY ${year} ORDER BY year NULLS LAST`);
    const ours = releaseYears(scene.dataset, scene.selection, inventYears(scene));
    expectSame(await spans(YEAR), ours.years);
    expectSame(await spans(`(${YEAR}) // 10 * 10`), ours.decades);
  },

  'top playlists': async (scene) => {
    const playlists = inventPlaylists(scene);
    const items = playlists.flatMap(({ songs }, list) =>
      songs.map(({ uri, name, by }) => `(${list}, ${text(uri)}, ${text(name)}, ${text(by)})`),
    );
    if (items.length === 0 || scene.dataset.columns.rows === 0) return;
    const lists = playlists.map(({ name }, list) => `(${list}, ${text(name)})`);
    const sql = await scene.query(`
      WITH lists(list, name) AS (VALUES ${lists.join()}),
      keyed_items AS (
        SELECT list, uri, t.key AS title, coalesce(a.key, '') AS "by"
        FROM (VALUES ${items.join()}) i(list, uri, name, artist)
        LEFT JOIN (FROM keys UNION VALUES ('Never heard', 'never heard')) t ON t.name = i.name
        LEFT JOIN (FROM keys UNION VALUES ('Nobody', 'nobody')) a ON a.name = i.artist
      ),
      items AS (
        SELECT list, uri, title || ' / ' || "by" AS named, coalesce(named, uri) AS thing
        FROM keyed_items
      ),
      songs AS (
        SELECT DISTINCT list, thing, song_key FROM items JOIN (
          SELECT DISTINCT song_key, uri AS known_uri FROM streams WHERE song_key IS NOT NULL
        ) ON known_uri = items.uri OR song_key = named
      ),
      ever AS (
        SELECT song_key, count_if(is_play) AS plays, max(ended_at) AS last
        FROM streams WHERE song_key IS NOT NULL GROUP BY song_key
      ),
      ranged AS (
        SELECT song_key, count_if(is_play) AS plays, sum(played_ms) AS ms
        FROM selected WHERE song_key IS NOT NULL GROUP BY song_key
      )
      SELECT list AS index,
        (SELECT coalesce(sum(plays), 0) FROM ranged
          WHERE song_key IN (SELECT song_key FROM songs s WHERE s.list = l.list)) AS plays,
        (SELECT coalesce(sum(ms), 0) FROM ranged
          WHERE song_key IN (SELECT song_key FROM songs s WHERE s.list = l.list)) AS "playedMs",
        (SELECT count(DISTINCT thing) FROM items i WHERE i.list = l.list) AS songs,
        (SELECT count(DISTINCT thing) FROM songs s JOIN ever USING (song_key)
          WHERE s.list = l.list AND plays > 0) AS "songsPlayed",
        (SELECT max(last) FROM songs s JOIN ever USING (song_key) WHERE s.list = l.list)
          AS "lastHeardAt"
      FROM lists l ORDER BY plays DESC, "playedMs" DESC, name, list`);
    expectSame(sql, topPlaylists(scene.dataset, scene.selection, playlists, 'plays'));
  },
});
