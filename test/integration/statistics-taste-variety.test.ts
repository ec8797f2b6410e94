/** Seasons, discoveries and release years, checked against SQL. */
import { expect } from 'vitest';
import { discoveries } from '../../lib/stats/discoveries.ts';
import { albumTitle } from '../../lib/stats/names.ts';
import { releaseTrend } from '../../lib/stats/release-trend.ts';
import { releaseYears } from '../../lib/stats/release-years.ts';
import { seasons } from '../../lib/stats/seasons.ts';
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

  'release decades by year': async (scene) => {
    const sql = await scene.query(`
      SELECT year(local) AS year, (${YEAR}) // 10 * 10 AS decade, sum(played_ms) AS "playedMs"
      FROM selected LEFT JOIN album_names USING (album_key)
      WHERE is_music GROUP BY ALL HAVING "playedMs" > 0 ORDER BY year, decade NULLS LAST`);
    const { dataset, selection, zone } = scene;
    const { decades, years } = releaseTrend(dataset, selection, zone, inventYears(scene));
    const ours = years.flatMap(({ year, playedMs }) =>
      decades
        .map((decade, i) => ({ year, decade, playedMs: playedMs[i] }))
        .filter((entry) => entry.playedMs !== 0),
    );
    expectSame(sql, ours);
    const heard = await scene.query(
      'SELECT DISTINCT year(local) AS year FROM selected WHERE is_music ORDER BY 1',
    );
    expectSame(
      heard,
      years.map(({ year }) => ({ year })),
    );
  },
});
