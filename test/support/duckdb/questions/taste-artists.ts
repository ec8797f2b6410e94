/** Questions to SQL: what lasts, what falls and what rises. Asked after `../looking-back.ts`. */
import type { RankBy } from '../../../../lib/stats/ranking.ts';
import type { LookingBack } from '../looking-back.ts';

type Back = Pick<LookingBack, 'asOf' | 'today'>;

export function lastingSql({ today }: Back): string {
  const quarter = (date: string) => `(year(${date}) * 4 + quarter(${date}))`;
  return `
    WITH artists AS (
      SELECT artist_name AS name,
        min(day) FILTER (is_play) AS "firstDay",
        count(DISTINCT ${quarter('local')}) FILTER (is_play) AS quarters,
        ${quarter(today)} - ${quarter('min(local) FILTER (is_play)')} + 1 AS "quartersSince",
        count_if(is_play) AS plays, sum(played_ms) AS "playedMs"
      FROM until JOIN artist_names USING (artist_key)
      GROUP BY artist_key, artist_name
    )
    FROM artists
    WHERE date_of("firstDay") <= ${today} - INTERVAL 2 YEAR
      AND quarters / "quartersSince" >= 0.8
    ORDER BY quarters DESC, "playedMs" DESC, name`;
}

/** Plays of each artist by quarter, counted from the first of the year 0. */
export const QUARTERS_SQL = `
  SELECT artist_name AS name, year(local) * 4 + quarter(local) - 1 AS quarter,
    count_if(is_play) AS plays
  FROM until JOIN artist_names USING (artist_key)
  GROUP BY ALL`;

type Period = 'earlier' | 'recent';

/** The top artists of one period whose share in the other is under a quarter of it. */
export function shareChangesSql({ asOf, today }: Back, top: Period, by: RankBy): string {
  const other = top === 'earlier' ? 'recent' : 'earlier';
  const rank = by === 'plays' ? `${top}_plays DESC, ` : '';
  return `
    WITH periods AS (
      SELECT *, CASE
          WHEN day BETWEEN ${asOf} - 89 AND ${asOf} THEN 'recent'
          WHEN date_of(day) >= ${today} - 89 - INTERVAL 2 YEAR AND day < ${asOf} - 89 THEN 'earlier'
        END AS period
      FROM streams WHERE is_music
    ),
    whole AS (
      SELECT sum(played_ms) FILTER (period = 'earlier') AS earlier_all,
        sum(played_ms) FILTER (period = 'recent') AS recent_all FROM periods
    ),
    artists AS (
      SELECT artist_key, artist_name AS name,
        coalesce(sum(played_ms) FILTER (period = 'earlier'), 0) AS earlier,
        coalesce(sum(played_ms) FILTER (period = 'recent'), 0) AS recent,
        count_if(period = 'earlier' AND is_play) AS earlier_plays,
        count_if(period = 'recent' AND is_play) AS recent_plays
      FROM periods JOIN artist_names USING (artist_key)
      GROUP BY ALL HAVING count_if(period = '${top}') > 0
    ),
    best AS (FROM artists ORDER BY ${rank} ${top} DESC, name LIMIT 100)
    SELECT name, earlier AS "earlierMs", recent AS "recentMs",
      earlier / earlier_all AS "earlierShare", recent / recent_all AS "recentShare"
    FROM best, whole
    WHERE earlier_all > 0 AND recent_all > 0
      AND 4 * ${other}::HUGEINT * ${top}_all < ${top}::HUGEINT * ${other}_all
    ORDER BY ${top}::HUGEINT * ${other}_all - ${other}::HUGEINT * ${top}_all DESC,
      ${top} DESC, name`;
}
