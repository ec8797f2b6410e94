/** Totals, top lists and changes against another range, checked against SQL. */
import type { DayRange } from '../../lib/domain/day-range.ts';
import { rangeBefore } from '../../lib/stats/ranges.ts';
import { compareRanges } from '../../lib/stats/compare-ranges.ts';
import { groupingOf, type Subject } from '../../lib/stats/grouping.ts';
import { overview } from '../../lib/stats/overview.ts';
import { rankChanges } from '../../lib/stats/rank-changes.ts';
import type { RankBy } from '../../lib/stats/ranking.ts';
import { selectDays } from '../../lib/stats/select-days.ts';
import { topAlbums } from '../../lib/stats/top-albums.ts';
import { topArtists } from '../../lib/stats/top-artists.ts';
import { topSongs } from '../../lib/stats/top-songs.ts';
import { checkStatistics, expectSame, withNames } from '../support/duckdb/check-statistics.ts';
import { dayNumber, isIn, type Scene } from '../support/duckdb/scene.ts';

const LIMIT = 40;
const RANKS = { songs: topSongs, artists: topArtists, albums: topAlbums };

/** How SQL knows each subject: its key, its table of names, and the columns of these. */
const SUBJECTS: Record<Subject, { key: string; table: string; names: string }> = {
  songs: { key: 'song_key', table: 'song_names', names: 'song_title, song_artist' },
  artists: { key: 'artist_key', table: 'artist_names', names: 'artist_name' },
  albums: { key: 'album_key', table: 'album_names', names: 'album_title, album_by' },
};

const CASES = (['songs', 'artists', 'albums'] as const).flatMap((subject) =>
  (['plays', 'time'] as const).map((by) => ({ subject, by })),
);

/** Every song, artist or album with a stream that fulfils the condition, with its place. */
function rankingSql(subject: Subject, by: RankBy, condition: string): string {
  const { key, table, names } = SUBJECTS[subject];
  const first = by === 'plays' ? 'plays DESC, ' : '';
  return `
    SELECT *, row_number() OVER (ORDER BY ${first}ms DESC, ${names}) AS rank
    FROM (
      SELECT ${key}, count(*) FILTER (is_play) AS plays, sum(played_ms) AS ms
      FROM streams WHERE is_music AND ${condition} AND ${key} IS NOT NULL GROUP BY ${key}
    ) JOIN ${table} USING (${key})`;
}

function nameSql(subject: Subject): string {
  return SUBJECTS[subject].names.replace(',', " || ' / ' ||");
}

/** The range before; of all time, and of nothing, any other range. */
function otherDays({ days }: Scene): DayRange {
  return days
    ? rangeBefore(days)
    : { first: dayNumber('2014-03-01'), last: dayNumber('2016-10-30') };
}

function besideSql(kind: string): string {
  return `{
    'streams': count(*) FILTER (kind = '${kind}'),
    'playedMs': coalesce(sum(played_ms) FILTER (kind = '${kind}'), 0)
  }`;
}

function overviewSql(condition: string): string {
  return `
    SELECT count(*) FILTER (is_music) AS streams, count(*) FILTER (is_play) AS plays,
      coalesce(sum(played_ms) FILTER (is_music), 0) AS "playedMs",
      count(*) FILTER (is_skip) AS skips, count(DISTINCT song_key) AS songs,
      count(DISTINCT album_key) AS albums, count(DISTINCT artist_key) AS artists,
      min(ended_at) FILTER (is_music) AS "firstStream",
      max(ended_at) FILTER (is_music) AS "lastStream",
      ${besideSql('podcast')} AS podcasts, ${besideSql('audiobook')} AS audiobooks,
      ${besideSql('unknown')} AS unknown
    FROM streams WHERE ${condition}`;
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
      const { key } = SUBJECTS[subject];
      const sql = await query(`
        WITH now AS (${rankingSql(subject, by, isIn(days))}),
          before AS (${rankingSql(subject, by, isIn(earlier))})
        SELECT ${nameSql(subject).replaceAll(/(?=\b(song|artist|album)_)/g, 'now.')} AS name,
          now.plays AS plays, now.ms AS "playedMs", now.rank AS rank,
          before.rank AS "rankBefore", before.rank - now.rank AS change
        FROM now LEFT JOIN before USING (${key}) ORDER BY now.rank LIMIT ${LIMIT}`);
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
