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
import {
  artistStreaksSql,
  DAYS_SQL,
  HOURS_OF_WEEK_SQL,
  MONTHS_SQL,
  onThisDaySql,
  songsOnThisDaySql,
  streaksSql,
} from '../support/duckdb/questions/calendar.ts';
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

checkStatistics({
  'hour of the week': async ({ dataset, selection, zone, query }) => {
    const sql = await query(HOURS_OF_WEEK_SQL);
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
    expectSame(await query(DAYS_SQL), listDays(dataset, selection, zone));
    expectSame(await query(MONTHS_SQL), listMonths(dataset, selection, zone));
  },

  streaks: async (scene) => {
    const { dataset, selection, zone, query } = scene;
    const today = todayOf(scene);
    const [sql] = await query(streaksSql(zone.name, today));
    const { longest = null, current = null } = sql ?? {};
    expectSame([{ longest, current }], [streaks(dataset, selection, zone, today)]);
  },

  'streaks by artist': async (scene) => {
    const { dataset, selection, zone, query } = scene;
    const today = todayOf(scene);
    const sql = await query(artistStreaksSql(zone.name, today, LIMIT));
    const ours = artistStreaks(dataset, selection, zone, { today, limit: LIMIT });
    expectSame(sql, withNames(ours, groupingOf(dataset, 'artists').namesOf));
  },

  'on this day': async (scene) => {
    const { dataset, zone, query } = scene;
    const { namesOf } = groupingOf(dataset, 'songs');
    const leapDays = ['2020-02-29', '2020-02-28', '2019-02-28', '2021-03-01'].map(dayNumber);
    for (const today of [todayOf(scene), ...leapDays]) {
      const sql = await query(onThisDaySql(today));
      const ours = onThisDay(dataset, zone, today, 3);
      expectSame(
        sql,
        ours.map(({ year, day, plays, playedMs }) => ({ year, day, plays, playedMs })),
      );
      const songs = await query(songsOnThisDaySql(today, 3));
      const oursSongs = ours.flatMap(({ day, songs: played }) =>
        withNames(played, namesOf).map((song) => Object.assign(song, { day })),
      );
      expectSame(songs, oursSongs);
    }
  },
});
