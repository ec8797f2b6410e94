/** Questions to SQL: how music was heard. All are of the range. */
import type { Subject } from '../../../../lib/stats/grouping.ts';
import { nameSql, SUBJECTS } from './totals.ts';

/** Sessions one by one, in order: a pause of more than 20 minutes ends one. */
const SESSIONS = `
  WITH heard AS (
    SELECT played_ms, ended_at, ended_at - played_ms AS started_at,
      row_number() OVER (ORDER BY ended_at, played_ms) AS nth
    FROM selected WHERE is_music
  ),
  numbered AS (
    SELECT *, count(*) FILTER (begins) OVER (ORDER BY nth) AS session
    FROM (
      SELECT *, coalesce(started_at - lag(ended_at) OVER (ORDER BY nth) > 1200000, true)
        AS begins
      FROM heard
    )
  ),
  found AS (
    SELECT session, min(started_at) AS "startedAt", max(ended_at) AS "endedAt",
      count(*) AS streams, sum(played_ms) AS "playedMs"
    FROM numbered GROUP BY session
  )`;

export const SESSIONS_SQL = `${SESSIONS}
  SELECT count(*) AS count,
    (SELECT {'startedAt': "startedAt", 'endedAt': "endedAt", 'streams': streams,
      'playedMs': "playedMs"} FROM found ORDER BY "playedMs" DESC, session LIMIT 1) AS longest,
    sum("playedMs") / count(*) AS "averageMs"
  FROM found`;

/** How many sessions are as long as each of these (ms, the least first), but not as the next. */
export function sessionLengthsSql(fromMs: readonly number[]): string {
  return `${SESSIONS}
    SELECT from_ms AS "fromMs", count(session) AS count, coalesce(sum("playedMs"), 0) AS "playedMs"
    FROM (SELECT unnest([${fromMs.join()}]) AS from_ms)
    LEFT JOIN (
      SELECT *, list_max(list_filter([${fromMs.join()}], lambda least: "playedMs" >= least)) AS from_ms
      FROM found
    ) USING (from_ms)
    GROUP BY from_ms ORDER BY from_ms`;
}

/** The 1st, the 1,000th and each 10,000th play; no name where two rows share their place in time. */
export function milestonesSql(condition: string): string {
  return `
    SELECT play, ended_at AS "endedAt",
      CASE WHEN twins = 1 THEN song_title || ' / ' || song_artist END AS name
    FROM (
      SELECT *, row_number() OVER (ORDER BY ended_at, played_ms) AS play,
        count(*) OVER (PARTITION BY ended_at, played_ms) AS twins
      FROM streams WHERE is_play
    ) LEFT JOIN song_names USING (song_key)
    WHERE (play IN (1, 1000) OR play % 10000 = 0) AND ${condition} ORDER BY play`;
}

export const SKIP_RATE_SQL = `
  SELECT count(*) FILTER (end_known) AS streams, count(*) FILTER (is_skip) AS skips,
    skips / nullif(streams, 0) AS rate
  FROM selected WHERE is_music`;

interface SkipsBy {
  /** Streams of known end that a place needs. */
  minStreams: number;
  limit: number;
}

export function skipsBySql(
  subject: Exclude<Subject, 'albums'>,
  { minStreams, limit }: SkipsBy,
): string {
  const { key, table, names } = SUBJECTS[subject];
  return `
    SELECT ${nameSql(subject)} AS name, streams, skips, skips / streams AS rate
    FROM (
      SELECT ${key}, count(*) FILTER (end_known) AS streams,
        count(*) FILTER (is_skip) AS skips, sum(played_ms) AS ms
      FROM selected WHERE is_music GROUP BY ALL
    ) JOIN ${table} USING (${key})
    WHERE skips > 0 AND streams >= ${minStreams}
    ORDER BY rate DESC, ms DESC, ${names} LIMIT ${limit}`;
}

export const PLATFORMS_SQL = figuresBy('platform');
export const COUNTRIES_SQL = figuresBy('country');

/** By whole words and beginnings, after the table in `platform-family.ts`. */
export const FAMILIES_SQL = figuresBy(`CASE
  WHEN coalesce(trim(platform), '') IN ('', 'not_applicable', 'unknown') THEN 'unknown'
  WHEN platform ILIKE 'web\\_player%' ESCAPE '\\' OR platform ILIKE 'webplayer%' THEN 'web'
  WHEN platform ILIKE '%google cast%' OR platform ILIKE '%chromecast%' THEN 'cast'
  WHEN platform ILIKE '%sonos%' THEN 'speaker'
  WHEN list_contains(regexp_split_to_array(lower(platform), '[^a-z]'), 'tv') THEN 'tv'
  WHEN platform ILIKE 'android%' THEN 'android'
  WHEN platform ILIKE 'ios%' THEN 'ios'
  WHEN platform ILIKE 'windows%' THEN 'windows'
  WHEN platform ILIKE 'os x%' OR platform ILIKE 'osx%' THEN 'mac'
  WHEN platform ILIKE 'linux%' THEN 'linux'
  ELSE 'other'
END`);

function figuresBy(name: string): string {
  return `FROM (
    SELECT ${name} AS name, count(*) AS streams, count(*) FILTER (is_play) AS plays,
      sum(played_ms) AS "playedMs"
    FROM selected WHERE is_music GROUP BY ALL
  ) ORDER BY plays DESC, "playedMs" DESC, coalesce(name, '')`;
}

export const SHUFFLE_SQL = `
  SELECT count(shuffle) AS streams, count(*) FILTER (shuffle) AS shuffled,
    shuffled / nullif(streams, 0) AS share
  FROM selected WHERE is_music`;
