/** Questions to SQL: one song, artist or album by itself, and layers and sums over time. */
import type { Subject } from '../../../../lib/stats/grouping.ts';
import type { RankBy } from '../../../../lib/stats/ranking.ts';
import { nameSql, SUBJECTS } from './totals.ts';

/** Makes the table `own`: the streams of the range of what the condition over its names fulfils. */
export function ownSql(subject: Subject, is: string): string {
  const { key, table } = SUBJECTS[subject];
  return `CREATE OR REPLACE TEMP TABLE own AS
    SELECT * FROM selected JOIN ${table} USING (${key}) WHERE ${is}`;
}

export const OWN_TOTALS_SQL = `
  SELECT count(*) AS streams, count(*) FILTER (is_play) AS plays,
    coalesce(sum(played_ms), 0) AS "playedMs", count(*) FILTER (is_skip) AS skips,
    min(ended_at) FILTER (is_play) AS first, max(ended_at) FILTER (is_play) AS last
  FROM own`;

export const OWN_MONTHS_SQL = `
  SELECT month, count_if(is_play) AS plays, sum(played_ms) AS "playedMs"
  FROM own GROUP BY month ORDER BY month`;

export const OWN_HOURS_SQL = `
  SELECT isodow(local) - 1 AS weekday, hour(local) AS hour, count(*) AS plays
  FROM own WHERE is_play GROUP BY ALL ORDER BY ALL`;

/** What it is made of, the most first; `of` is what `own` is of. */
export function ownPartsSql(
  of: Subject,
  parts: 'songs' | 'albums',
  { by, limit }: { by: RankBy; limit: number },
): string {
  const { key, table, names } = SUBJECTS[parts];
  const from = of === parts ? 'own' : `own JOIN ${table} USING (${key})`;
  return `
    SELECT ${nameSql(parts)} AS name, count_if(is_play) AS plays, sum(played_ms) AS "playedMs"
    FROM ${from} GROUP BY ${key}, ${names}
    ORDER BY ${by === 'plays' ? 'plays DESC, ' : ''}"playedMs" DESC, ${names} LIMIT ${limit}`;
}

/** Its place by plays in each month or year of the whole history. */
export function ranksOverTimeSql(subject: Subject, is: string, unit: 'month' | 'year'): string {
  const { key, table, names } = SUBJECTS[subject];
  return `
    WITH ranked AS (
      SELECT ${names}, ${unit === 'month' ? 'month' : 'left(month, 4)'} AS period,
        row_number() OVER (PARTITION BY period
          ORDER BY count_if(is_play) DESC, sum(played_ms) DESC, ${names}) AS rank,
        count(*) OVER (PARTITION BY period) AS among,
        count_if(is_play) AS plays, sum(played_ms) AS "playedMs"
      FROM streams JOIN ${table} USING (${key}) GROUP BY ${key}, ${names}, period
    )
    SELECT * EXCLUDE (${names}) FROM ranked WHERE ${is} ORDER BY period`;
}

/** Of the range: the best artists by time month by month, and all others without a name. */
export function monthsByArtistSql(top: number): string {
  return `
    WITH best AS (
      SELECT artist_key, artist_name FROM selected JOIN artist_names USING (artist_key)
      GROUP BY ALL ORDER BY sum(played_ms) DESC, artist_name LIMIT ${top}
    )
    SELECT month, artist_name AS name, count_if(is_play) AS plays, sum(played_ms) AS "playedMs"
    FROM selected LEFT JOIN best USING (artist_key) WHERE is_music
    GROUP BY ALL HAVING "playedMs" > 0 OR plays > 0 ORDER BY month, name NULLS LAST`;
}

/** Of the range: sums from its beginning to the end of each step with music, an expression. */
export function cumulativeSql(step: string): string {
  return `
    SELECT ${step} AS step,
      sum(count_if(is_play)) OVER (ORDER BY step) AS plays,
      sum(sum(played_ms)) OVER (ORDER BY step) AS "playedMs"
    FROM selected WHERE is_music GROUP BY step ORDER BY step`;
}
