/** Totals, top lists and changes against another range, checked against SQL. */
import type { DayRange } from '../../lib/domain/day-range.ts';
import { rangeBefore } from '../../lib/stats/ranges.ts';
import { compareRanges } from '../../lib/stats/compare-ranges.ts';
import { groupingOf } from '../../lib/stats/grouping.ts';
import { overview } from '../../lib/stats/overview.ts';
import { rankChanges } from '../../lib/stats/rank-changes.ts';
import { selectDays } from '../../lib/stats/select-days.ts';
import { topAlbums } from '../../lib/stats/top-albums.ts';
import { topArtists } from '../../lib/stats/top-artists.ts';
import { topSongs } from '../../lib/stats/top-songs.ts';
import { checkStatistics, expectSame, withNames } from '../support/duckdb/check-statistics.ts';
import {
  nameSql,
  overviewSql,
  rankChangesSql,
  rankingSql,
} from '../support/duckdb/questions/totals.ts';
import { dayNumber, isIn, type Scene } from '../support/duckdb/scene.ts';

const LIMIT = 40;
const RANKS = { songs: topSongs, artists: topArtists, albums: topAlbums };

const CASES = (['songs', 'artists', 'albums'] as const).flatMap((subject) =>
  (['plays', 'time'] as const).map((by) => ({ subject, by })),
);

/** The range before; of all time, and of nothing, any other range. */
function otherDays({ days }: Scene): DayRange {
  return days
    ? rangeBefore(days)
    : { first: dayNumber('2014-03-01'), last: dayNumber('2016-10-30') };
}

checkStatistics({
  overview: async ({ dataset, selection, days, query }) => {
    expectSame(await query(overviewSql(isIn(days))), [overview(dataset, selection)]);
  },

  'top lists': async (scene) => {
    const { dataset, selection, days, query } = scene;
    for (const { subject, by } of CASES) {
      const sql = await query(`
        SELECT ${nameSql(subject)} AS name, plays, ms AS "playedMs"
        FROM (${rankingSql(subject, by, isIn(days))}) ORDER BY rank LIMIT ${LIMIT}`);
      const { namesOf } = groupingOf(dataset, subject);
      expectSame(sql, withNames(RANKS[subject](dataset, selection, by, LIMIT), namesOf));
    }
  },

  'changes of rank': async (scene) => {
    const { dataset, zone, selection, days, query } = scene;
    const earlier = otherDays(scene);
    for (const { subject, by } of CASES) {
      const [now, before] = [isIn(days), isIn(earlier)];
      const sql = await query(rankChangesSql({ subject, by, now, before, limit: LIMIT }));
      const { namesOf } = groupingOf(dataset, subject);
      const ours = rankChanges(
        dataset,
        RANKS[subject](dataset, selection, by, LIMIT),
        selectDays(dataset.columns, zone, earlier),
        { subject, by },
      );
      expectSame(sql, withNames(ours, namesOf));
    }
  },

  'two ranges compared': async (scene) => {
    const { dataset, zone, selection, days, query } = scene;
    const earlier = otherDays(scene);
    const first = selectDays(dataset.columns, zone, earlier);
    const ours = compareRanges(dataset, first, selection, LIMIT);
    expectSame(await query(overviewSql(isIn(earlier))), [ours.first]);
    expectSame(await query(overviewSql(isIn(days))), [ours.second]);

    const both = (key: string) => `(
      SELECT count(*) FROM (
        SELECT ${key} FROM streams WHERE ${isIn(earlier)} AND ${key} IS NOT NULL
        INTERSECT
        SELECT ${key} FROM streams WHERE ${isIn(days)} AND ${key} IS NOT NULL
      ))`;
    const common = await query(`
      SELECT ${both('song_key')} AS songs, ${both('artist_key')} AS artists,
        ${both('album_key')} AS albums`);
    expectSame(common, [ours.common]);

    const shifts = `
      SELECT *, coalesce(a / a_all, 0) AS "firstShare", coalesce(b / b_all, 0) AS "secondShare",
        b::HUGEINT * coalesce(a_all, 1) - a::HUGEINT * coalesce(b_all, 1) AS shift
      FROM (
        SELECT artist_name AS name, coalesce(sum(ms) FILTER (in_a), 0) AS a,
          coalesce(sum(ms) FILTER (in_b), 0) AS b
        FROM (
          SELECT artist_key, played_ms AS ms, ${isIn(earlier)} AS in_a, ${isIn(days)} AS in_b
          FROM streams
        ) JOIN artist_names USING (artist_key) GROUP BY artist_name
      ), (
        SELECT nullif(sum(played_ms) FILTER (${isIn(earlier)}), 0) AS a_all,
          nullif(sum(played_ms) FILTER (${isIn(days)}), 0) AS b_all
        FROM streams WHERE is_music
      )`;
    const { namesOf } = groupingOf(dataset, 'artists');
    for (const [list, direction] of [
      [ours.gained, 'DESC'],
      [ours.lost, 'ASC'],
    ] as const) {
      const sql = await query(`
        SELECT name, a AS "firstMs", b AS "secondMs", "firstShare", "secondShare"
        FROM (${shifts}) WHERE shift ${direction === 'DESC' ? '>' : '<'} 0
        ORDER BY shift ${direction}, a + b DESC, name LIMIT ${LIMIT}`);
      expectSame(sql, withNames(list, namesOf));
    }
  },
});
