/** Questions to SQL: discoveries, seasons and release years. All are of the range. */
import type { DayRange } from '../../../../lib/domain/day-range.ts';

/** The first play of each is a discovery; rows are told apart by their order in time. */
const FIRST_PLAYS = `
  SELECT song_key AS key, 'song' AS what, min(ended_at) AS ended_at
    FROM streams WHERE is_play AND song_key IS NOT NULL GROUP BY song_key
  UNION ALL
  SELECT artist_key, 'artist', min(ended_at)
    FROM streams WHERE is_play AND artist_key IS NOT NULL GROUP BY artist_key`;

/** Months (counted from January 1970) in which anything was discovered. */
export const DISCOVERIES_SQL = `
  WITH firsts AS (${FIRST_PLAYS}),
  days AS (SELECT DISTINCT ended_at, month FROM selected)
  SELECT (left(month, 4)::INT - 1970) * 12 + right(month, 2)::INT - 1 AS month,
    count_if(what = 'artist') AS artists, count_if(what = 'song') AS songs
  FROM firsts JOIN days USING (ended_at) GROUP BY ALL ORDER BY ALL`;

/** Each by its first day, with the year and month of that. */
export const SEASONS_SQL = `
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
  FROM (SELECT DISTINCT begin FROM rows) b ORDER BY begin`;

/** @param year an expression over `selected` and the names of its albums; null is "unknown". */
export function releasesSql(year: string): string {
  return `
    SELECT ${year} AS year, count_if(is_play) AS plays, sum(played_ms) AS "playedMs"
    FROM selected LEFT JOIN album_names USING (album_key)
    WHERE is_music GROUP BY ${year} ORDER BY year NULLS LAST`;
}

/** Artists first played in a range of days, by all their plays. */
export function stayedSql({ first, last }: DayRange, limit: number): string {
  return `
    SELECT artist_name AS name, min(day) FILTER (is_play) AS "firstDay", count_if(is_play) AS plays,
      sum(played_ms) AS "playedMs"
    FROM streams JOIN artist_names USING (artist_key)
    GROUP BY artist_key, artist_name HAVING "firstDay" BETWEEN ${first} AND ${last}
    ORDER BY plays DESC, "playedMs" DESC, name LIMIT ${limit}`;
}
