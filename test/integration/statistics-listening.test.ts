/** How music was heard: sessions, milestones, skips, platforms, shuffle; checked against SQL. */
import { groupingOf } from '../../lib/stats/grouping.ts';
import { milestones } from '../../lib/stats/milestones.ts';
import { countries, platformFamilies, platforms } from '../../lib/stats/platforms.ts';
import { sessions } from '../../lib/stats/sessions.ts';
import { shuffleShare } from '../../lib/stats/shuffle-share.ts';
import { skipRate, skipsBy } from '../../lib/stats/skips.ts';
import { checkStatistics, expectSame, withNames } from '../support/duckdb/check-statistics.ts';
import { isIn } from '../support/duckdb/scene.ts';

function figuresSql(name: string): string {
  return `FROM (
    SELECT ${name} AS name, count(*) AS streams, count(*) FILTER (is_play) AS plays,
      sum(played_ms) AS "playedMs"
    FROM selected WHERE is_music GROUP BY ALL
  ) ORDER BY plays DESC, "playedMs" DESC, coalesce(name, '')`;
}

/** By whole words and beginnings, after the table in `platform-family.ts`. */
const FAMILY = `CASE
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
END`;

checkStatistics({
  sessions: async ({ dataset, selection, query }) => {
    const sql = await query(`
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
      )
      SELECT count(*) AS count,
        (SELECT {'startedAt': "startedAt", 'endedAt': "endedAt", 'streams': streams,
          'playedMs': "playedMs"} FROM found ORDER BY "playedMs" DESC, session LIMIT 1) AS longest,
        sum("playedMs") / count(*) AS "averageMs"
      FROM found`);
    expectSame(sql, [sessions(dataset, selection)]);
  },

  milestones: async ({ dataset, selection, query, days }) => {
    const { namesOf } = groupingOf(dataset, 'songs');
    const ours = milestones(dataset, selection);
    const sql = await query(`
      SELECT play, ended_at AS "endedAt",
        CASE WHEN twins = 1 THEN song_title || ' / ' || song_artist END AS name
      FROM (
        SELECT *, row_number() OVER (ORDER BY ended_at, played_ms) AS play,
          count(*) OVER (PARTITION BY ended_at, played_ms) AS twins
        FROM streams WHERE is_play
      ) LEFT JOIN song_names USING (song_key)
      WHERE (play IN (1, 1000) OR play % 10000 = 0) AND ${isIn(days)} ORDER BY play`);
    expectSame(
      sql,
      ours.map(({ play, endedAt, song }, i) => ({
        play,
        endedAt,
        name: sql[i]?.['name'] === null ? null : namesOf(song).join(' / '),
      })),
    );
  },

  'skip rate': async ({ dataset, selection, query }) => {
    const sql = await query(`
      SELECT count(*) FILTER (end_known) AS streams, count(*) FILTER (is_skip) AS skips,
        skips / nullif(streams, 0) AS rate
      FROM selected WHERE is_music`);
    expectSame(sql, [skipRate(dataset, selection)]);
  },

  'skips by artist and song': async ({ dataset, selection, query }) => {
    for (const [subject, key, names] of [
      ['artists', 'artist_key', 'artist_name'],
      ['songs', 'song_key', 'song_title, song_artist'],
    ] as const) {
      for (const minStreams of [1, 8]) {
        const sql = await query(`
          SELECT ${names.replace(',', " || ' / ' ||")} AS name, streams, skips,
            skips / streams AS rate
          FROM (
            SELECT ${key}, count(*) FILTER (end_known) AS streams,
              count(*) FILTER (is_skip) AS skips, sum(played_ms) AS ms
            FROM selected WHERE is_music GROUP BY ALL
          ) JOIN ${subject.slice(0, -1)}_names USING (${key})
          WHERE skips > 0 AND streams >= ${minStreams}
          ORDER BY rate DESC, ms DESC, ${names} LIMIT 40`);
        const { namesOf } = groupingOf(dataset, subject);
        const ours = skipsBy(dataset, selection, subject, { minStreams, limit: 40 });
        expectSame(sql, withNames(ours, namesOf));
      }
    }
  },

  'platforms and countries': async ({ dataset, selection, query }) => {
    const byPlatform = await query(figuresSql('platform'));
    expectSame(byPlatform, platforms(dataset, selection));
    const byFamily = await query(figuresSql(FAMILY));
    expectSame(byFamily, platformFamilies(dataset, selection));
    const byCountry = await query(figuresSql('country'));
    expectSame(byCountry, countries(dataset, selection));
  },

  'shuffle share': async ({ dataset, selection, query }) => {
    const sql = await query(`
      SELECT count(shuffle) AS streams, count(*) FILTER (shuffle) AS shuffled,
        shuffled / nullif(streams, 0) AS share
      FROM selected WHERE is_music`);
    expectSame(sql, [shuffleShare(dataset, selection)]);
  },
});
