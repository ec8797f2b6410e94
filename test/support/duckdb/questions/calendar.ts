/** Questions to SQL: what depends on the local calendar and clock. */

const AMOUNTS = 'count(*) FILTER (is_play) AS plays, sum(played_ms) AS "playedMs"';
const LISTED = `${AMOUNTS} FROM selected WHERE is_music GROUP BY ALL ORDER BY 1`;

/** Days with music. */
export const DAYS_SQL = `SELECT day, ${LISTED}`;
/** Months with music, counted from January 1970. */
export const MONTHS_SQL = `SELECT (year(local) - 1970) * 12 + month(local) - 1 AS month, ${LISTED}`;

/** Hours with a play; Monday is 0. */
export const HOURS_OF_WEEK_SQL = `
  SELECT isodow(local) - 1 AS weekday, hour(local) AS hour, count(*) AS plays
  FROM selected WHERE is_play GROUP BY ALL ORDER BY weekday, hour`;

/** Streaks of all music together: one row, or none. */
export function streaksSql(zoneName: string, today: number): string {
  const plays = "SELECT 'all' AS key, day FROM selected WHERE is_play";
  return streaksOf(plays, zoneName, today);
}

/** The artists with the longest. */
export function artistStreaksSql(zoneName: string, today: number, limit: number): string {
  const plays =
    'SELECT artist_key AS key, day FROM selected WHERE is_play AND artist_key IS NOT NULL';
  return `
    SELECT artist_name AS name, longest, current
    FROM (${streaksOf(plays, zoneName, today)})
    JOIN artist_names ON artist_key = key
    JOIN (
      SELECT artist_key, sum(played_ms) AS ms FROM selected GROUP BY artist_key
    ) USING (artist_key)
    ORDER BY longest.days DESC, ms DESC, name LIMIT ${limit}`;
}

/**
 * The streaks of each `key` of a table of plays (`key`, `day`): days that were are found in the zone
 * itself, hour by hour, so that "the day after" is the next of these.
 */
function streaksOf(plays: string, zoneName: string, today: number): string {
  return `
    WITH plays AS (${plays}),
    hours AS (
      SELECT unnest(generate_series(
        DATE '1970-01-01' + least((SELECT min(day) FROM plays), ${today})::INTEGER - 2,
        DATE '1970-01-01' + ${today} + 3,
        INTERVAL 1 HOUR)) AS hour
    ),
    calendar AS (
      SELECT day, row_number() OVER (ORDER BY day) AS nth
      FROM (
        SELECT DISTINCT date_diff('day', DATE '1970-01-01',
          CAST(hour AT TIME ZONE 'UTC' AT TIME ZONE '${zoneName}' AS DATE)) AS day
        FROM hours
      )
    ),
    islands AS (
      SELECT key, day, nth, nth - row_number() OVER (PARTITION BY key ORDER BY nth) AS island
      FROM (SELECT DISTINCT key, day FROM plays) JOIN calendar USING (day)
    ),
    runs AS (
      SELECT key, count(*) AS days, min(day) AS first, max(day) AS last, max(nth) AS last_nth
      FROM islands GROUP BY key, island
    )
    SELECT key,
      arg_max({'days': days, 'first': first, 'last': last}, days * 100000 - first) AS longest,
      any_value({'days': days, 'first': first, 'last': last}) FILTER (
        last_nth >= (SELECT nth FROM calendar WHERE day <= ${today} ORDER BY day DESC LIMIT 1) - 1
      ) AS current
    FROM runs GROUP BY key`;
}

/** The same date in earlier years, the latest first. */
export function onThisDaySql(today: number): string {
  return `
    SELECT year, day, ${AMOUNTS}
    FROM (${earlierDaysSql(today)}) GROUP BY ALL HAVING plays > 0 ORDER BY day DESC`;
}

/** The most played songs of each of these days. */
export function songsOnThisDaySql(today: number, limit: number): string {
  return `
    SELECT day, song_title || ' / ' || song_artist AS name, plays, ms AS "playedMs"
    FROM (
      SELECT day, song_key, count(*) FILTER (is_play) AS plays, sum(played_ms) AS ms
      FROM (${earlierDaysSql(today)}) GROUP BY ALL HAVING plays > 0
    ) JOIN song_names USING (song_key)
    QUALIFY row_number()
      OVER (PARTITION BY day ORDER BY plays DESC, ms DESC, song_title, song_artist) <= ${limit}
    ORDER BY day DESC, plays DESC, ms DESC, song_title, song_artist`;
}

/** On the last of February the leap day counts too. */
function earlierDaysSql(today: number): string {
  const date = `(DATE '1970-01-01' + ${today})`;
  return `
    SELECT day, year(local) AS year, song_key, is_play, played_ms
    FROM streams
    WHERE is_music AND year(local) < year(${date}) AND (
      strftime(local, '%m-%d') = strftime(${date}, '%m-%d')
      OR (strftime(local, '%m-%d') = '02-29' AND strftime(${date}, '%m-%d') = '02-28'
        AND month(${date} + 1) = 3))`;
}
