/** Questions to SQL: hidden gems, forgotten favourites and obsessions. */
import type { LookingBack } from '../looking-back.ts';

const NAMES = 'song_title AS title, song_artist AS artist';

/** Of the range. Asked after `../looking-back.ts`, as is the next. */
export function gemsSql({ today }: Pick<LookingBack, 'today'>): string {
  const month = (date: string) => `(year(${date}) * 12 + month(${date}))`;
  return `
    WITH top_artists AS (
      SELECT artist_key FROM selected JOIN artist_names USING (artist_key)
      GROUP BY artist_key, artist_name
      ORDER BY count_if(is_play) DESC, sum(played_ms) DESC, artist_name LIMIT 50
    ),
    gems AS (
      SELECT ${NAMES}, count_if(is_play) AS plays, sum(played_ms) AS "playedMs",
        count_if(is_skip) / count_if(end_known) AS "skipRate",
        count(DISTINCT ${month('local')}) FILTER (is_play) AS months,
        ${month(today)} - min(${month('local')}) FILTER (is_play) + 1 AS "monthsSince",
        NULL AS popularity
      FROM selected JOIN song_names USING (song_key)
      WHERE artist_key NOT IN (FROM top_artists)
      GROUP BY song_key, song_title, song_artist
    )
    FROM gems
    WHERE plays >= 5 AND months >= 3 AND isfinite("skipRate") AND "skipRate" <= 0.1
    ORDER BY months / "monthsSince" DESC, "playedMs" DESC, title, artist`;
}

export function forgottenSql({ today }: Pick<LookingBack, 'today'>): string {
  return `
    WITH best AS (
      SELECT ${NAMES}, count_if(is_play) AS plays, sum(played_ms) AS "playedMs",
        max(ended_at) AS "lastHeardAt", arg_max(day, ended_at) AS last_day
      FROM until JOIN song_names USING (song_key)
      GROUP BY song_key, song_title, song_artist
      ORDER BY plays DESC, "playedMs" DESC, title, artist LIMIT 200
    ),
    ranked AS (
      SELECT title, artist,
        row_number() OVER (ORDER BY plays DESC, "playedMs" DESC, title, artist) AS rank,
        plays, "playedMs", "lastHeardAt", last_day
      FROM best
    )
    SELECT * EXCLUDE last_day FROM ranked
    WHERE date_of(last_day) <= ${today} - INTERVAL 1 YEAR ORDER BY rank`;
}

/**
 * Of the range: every play in any three days with ten plays; a gap without such a play in common ends
 * a spell.
 */
export const OBSESSIONS_SQL = `
  WITH days AS (
    SELECT song_key, day, count(*) AS plays, sum(played_ms) AS ms
    FROM selected WHERE is_play AND song_key IS NOT NULL GROUP BY song_key, day
  ),
  windows AS (
    SELECT song_key, first, first + 2 AS last FROM (
      SELECT song_key, day AS first, sum(plays) OVER (
        PARTITION BY song_key ORDER BY day RANGE BETWEEN CURRENT ROW AND 2 FOLLOWING) AS plays
      FROM days
    ) WHERE plays >= 10
  ),
  marked AS (
    SELECT *, first > coalesce(max(last) OVER (PARTITION BY song_key ORDER BY first
      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), -1e9) AS is_new FROM windows
  ),
  numbered AS (
    SELECT *, count_if(is_new) OVER (PARTITION BY song_key ORDER BY first) AS spell FROM marked
  ),
  spells AS (
    SELECT song_key, spell, min(first) AS first, max(last) AS last
    FROM numbered GROUP BY song_key, spell
  )
  SELECT ${NAMES}, min(day) AS "firstDay", max(day) AS "lastDay",
    sum(plays) AS plays, sum(ms) AS "playedMs"
  FROM spells JOIN days USING (song_key) JOIN song_names USING (song_key)
  WHERE day BETWEEN first AND last
  GROUP BY song_key, spell, song_title, song_artist
  ORDER BY plays DESC, "playedMs" DESC, title, artist, "firstDay"`;
