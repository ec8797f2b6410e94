/** What depends on the local calendar and clock, checked against SQL. */
import type { StepSums } from '../../lib/stats/local-steps.ts';
import { artistStreaks } from '../../lib/stats/artist-streaks.ts';
import {
  artistsByStep,
  type RowSteps,
  stepsOfDays,
  stepsOfHours,
} from '../../lib/stats/artists-by-step.ts';
import { byHour } from '../../lib/stats/by-hour.ts';
import { dayOf, monthOfDay } from '../../lib/stats/calendar.ts';
import { groupingOf } from '../../lib/stats/grouping.ts';
import { hourOfWeek } from '../../lib/stats/hour-of-week.ts';
import { listDays, listMonths } from '../../lib/stats/listed-days.ts';
import { onThisDay } from '../../lib/stats/on-this-day.ts';
import { streaks } from '../../lib/stats/streaks.ts';
import { topArtists } from '../../lib/stats/top-artists.ts';
import { checkStatistics, expectSame, withNames } from '../support/duckdb/check-statistics.ts';
import { dayNumber, type Scene } from '../support/duckdb/scene.ts';
import { ZONES } from '../support/duckdb/zones.ts';

const LIMIT = 30;

/** The last day of the range, or of the history; another day's length later now and then. */
function todayOf({ days, dataset }: Scene): number {
  if (days) return days.last + (days.last % 3);
  return Math.floor((dataset.columns.endedAt.at(-1) ?? 0) / 86_400_000) + 1;
}

/** A day on which something was heard, and one on which the zone's clocks do something peculiar. */
function twoDays({ dataset: { columns }, selection: { from, to }, zone }: Scene): number[] {
  const peculiar = Date.parse(ZONES[zone.name]?.[0] ?? '2016-02-29');
  const heard = from < to ? columns.endedAt[(from + to) >> 1]! : peculiar;
  return [...new Set([heard, peculiar].map((moment) => dayOf(zone, moment)))];
}

/** Steps with anything in them, by whose they are. */
function listSteps(sums: StepSums, key: string) {
  return Array.from(sums.plays, (plays, step) => ({
    key,
    step,
    plays,
    playedMs: sums.playedMs[step]!,
  })).filter(({ plays, playedMs }) => plays > 0 || playedMs > 0);
}

/** A few artists and the rest, held to SQL; `stepSql` and `where` say which step a row falls on. */
async function checkArtists(
  { dataset, selection, query }: Scene,
  steps: RowSteps,
  stepSql: string,
  where = 'true',
): Promise<void> {
  const best = topArtists(dataset, selection, 'plays', 3).map(({ index }) => index);
  const { artists, rest } = artistsByStep(dataset, selection, best, steps);
  const { namesOf } = groupingOf(dataset, 'artists');
  const names = best.map((index) => namesOf(index).join());
  const listed = names.map((name) => `'${name.replaceAll("'", "''")}'`).join();
  const sql = await query(`
    SELECT key, step, count(*) FILTER (is_play) AS plays, sum(played_ms) AS "playedMs"
    FROM (
      SELECT CASE WHEN artist_name IN (${listed || "''"}) THEN artist_name ELSE '*' END AS key,
        CAST(${stepSql} AS INTEGER) AS step, is_play, played_ms
      FROM selected LEFT JOIN artist_names USING (artist_key)
      WHERE is_music AND ${where}
    )
    WHERE step >= 0 AND step < ${steps.count} GROUP BY key, step
    HAVING count_if(is_play) > 0 OR sum(played_ms) > 0`);
  const ours = [
    ...names.flatMap((name, i) => listSteps(artists[i]!, name)),
    ...listSteps(rest, '*'),
  ];
  const inOrder = (rows: readonly { key?: unknown; step?: unknown }[]) =>
    rows.toSorted((a, b) =>
      a.key === b.key ? Number(a.step) - Number(b.step) : String(a.key) < String(b.key) ? -1 : 1,
    );
  expectSame(inOrder(sql), inOrder(ours));
}

/**
 * The streaks of each `key` of a table of plays (`key`, `day`): days that were are found in the zone
 * itself, hour by hour, so that "the day after" is the next of these.
 */
function streaksSql({ zone }: Scene, plays: string, today: number): string {
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
          CAST(hour AT TIME ZONE 'UTC' AT TIME ZONE '${zone.name}' AS DATE)) AS day
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

checkStatistics({
  'hour of the week': async ({ dataset, selection, zone, query }) => {
    const sql = await query(`
      SELECT isodow(local) - 1 AS weekday, hour(local) AS hour, count(*) AS plays
      FROM selected WHERE is_play GROUP BY ALL ORDER BY weekday, hour`);
    const ours = hourOfWeek(dataset, selection, zone).flatMap((hours, weekday) =>
      hours.map((plays, hour) => ({ weekday, hour, plays })),
    );
    expectSame(
      sql,
      ours.filter(({ plays }) => plays > 0),
    );
    expectSame([{ hours: 168 }], [{ hours: ours.length }]);
  },

  'hours of a day': async (scene) => {
    const { dataset, selection, zone, query } = scene;
    for (const day of twoDays(scene)) {
      const sql = await query(`
        SELECT '' AS key, hour(local) AS step, count(*) FILTER (is_play) AS plays,
          sum(played_ms) AS "playedMs"
        FROM selected WHERE is_music AND day = ${day} GROUP BY hour(local)
        HAVING count_if(is_play) > 0 OR sum(played_ms) > 0 ORDER BY step`);
      expectSame(sql, listSteps(byHour(dataset, zone, day, selection), ''));
    }
  },

  'artists by hour, day and month': async (scene) => {
    const { dataset, selection, zone } = scene;
    const [day = 0, peculiar = day] = twoDays(scene);
    const hours = stepsOfHours(dataset, zone, peculiar);
    await checkArtists(scene, hours, 'hour(local)', `day = ${peculiar}`);
    // Rows before and after these days are left out.
    const week = { first: day - 3, count: 7, of: (own: number) => own };
    await checkArtists(scene, stepsOfDays(dataset, selection, zone, week), `day - ${week.first}`);
    const months = { first: monthOfDay(day) - 30, count: 60, of: monthOfDay };
    await checkArtists(
      scene,
      stepsOfDays(dataset, selection, zone, months),
      `(year(local) - 1970) * 12 + month(local) - 1 - ${months.first}`,
    );
  },

  'days and months': async ({ dataset, selection, zone, query }) => {
    const sums = `count(*) FILTER (is_play) AS plays, sum(played_ms) AS "playedMs"
      FROM selected WHERE is_music GROUP BY ALL ORDER BY 1`;
    expectSame(await query(`SELECT day, ${sums}`), listDays(dataset, selection, zone));
    const months = `(year(local) - 1970) * 12 + month(local) - 1`;
    expectSame(
      await query(`SELECT ${months} AS month, ${sums}`),
      listMonths(dataset, selection, zone),
    );
  },

  streaks: async (scene) => {
    const { dataset, selection, zone, query } = scene;
    const today = todayOf(scene);
    const plays = "SELECT 'all' AS key, day FROM selected WHERE is_play";
    const [sql] = await query(streaksSql(scene, plays, today));
    const { longest = null, current = null } = sql ?? {};
    expectSame([{ longest, current }], [streaks(dataset, selection, zone, today)]);
  },

  'streaks by artist': async (scene) => {
    const { dataset, selection, zone, query } = scene;
    const today = todayOf(scene);
    const plays =
      'SELECT artist_key AS key, day FROM selected WHERE is_play AND artist_key IS NOT NULL';
    const sql = await query(`
      SELECT artist_name AS name, longest, current
      FROM (${streaksSql(scene, plays, today)})
      JOIN artist_names ON artist_key = key
      JOIN (
        SELECT artist_key, sum(played_ms) AS ms FROM selected GROUP BY artist_key
      ) USING (artist_key)
      ORDER BY longest.days DESC, ms DESC, name LIMIT ${LIMIT}`);
    const ours = artistStreaks(dataset, selection, zone, { today, limit: LIMIT });
    expectSame(sql, withNames(ours, groupingOf(dataset, 'artists').namesOf));
  },

  'on this day': async (scene) => {
    const { dataset, zone, query } = scene;
    const { namesOf } = groupingOf(dataset, 'songs');
    const leapDays = ['2020-02-29', '2020-02-28', '2019-02-28', '2021-03-01'].map(dayNumber);
    for (const today of [todayOf(scene), ...leapDays]) {
      const date = `(DATE '1970-01-01' + ${today})`;
      const daysSql = `
        SELECT day, year(local) AS year, song_key, is_play, played_ms
        FROM streams
        WHERE is_music AND year(local) < year(${date}) AND (
          strftime(local, '%m-%d') = strftime(${date}, '%m-%d')
          OR (strftime(local, '%m-%d') = '02-29' AND strftime(${date}, '%m-%d') = '02-28'
            AND month(${date} + 1) = 3))`;
      const sql = await query(`
        SELECT year, day, count(*) FILTER (is_play) AS plays, sum(played_ms) AS "playedMs"
        FROM (${daysSql}) GROUP BY ALL HAVING plays > 0 ORDER BY day DESC`);
      const ours = onThisDay(dataset, zone, today, 3);
      expectSame(
        sql,
        ours.map(({ year, day, plays, playedMs }) => ({ year, day, plays, playedMs })),
      );
      const songs = await query(`
        SELECT day, song_title || ' / ' || song_artist AS name, plays, ms AS "playedMs"
        FROM (
          SELECT day, song_key, count(*) FILTER (is_play) AS plays, sum(played_ms) AS ms
          FROM (${daysSql}) GROUP BY ALL HAVING plays > 0
        ) JOIN song_names USING (song_key)
        QUALIFY row_number()
          OVER (PARTITION BY day ORDER BY plays DESC, ms DESC, song_title, song_artist) <= 3
        ORDER BY day DESC, plays DESC, ms DESC, song_title, song_artist`);
      const oursSongs = ours.flatMap(({ day, songs: played }) =>
        withNames(played, namesOf).map((song) => Object.assign(song, { day })),
      );
      expectSame(songs, oursSongs);
    }
  },
});
