/** Seasons, discoveries and release years, checked against SQL. */
import { expect } from 'vitest';
import { discoveries } from '../../lib/stats/discoveries.ts';
import { albumTitle } from '../../lib/stats/names.ts';
import { releaseTrend } from '../../lib/stats/release-trend.ts';
import { releaseYears } from '../../lib/stats/release-years.ts';
import { seasons } from '../../lib/stats/seasons.ts';
import { checkStatistics, expectSame } from '../support/duckdb/check-statistics.ts';
import type { Row } from '../support/duckdb/database.ts';
import {
  DISCOVERIES_SQL,
  releasesSql,
  SEASONS_SQL,
} from '../support/duckdb/questions/taste-variety.ts';
import type { Scene } from '../support/duckdb/scene.ts';

/** An invented year for two albums of three, by the length of the title shown. */
function inventYears({ dataset: { dictionary } }: Scene): Map<number, number> {
  const years = new Map<number, number>();
  for (let album = 1; album < dictionary.albums.hash.length; album++) {
    const { length } = Array.from(albumTitle(dictionary, album));
    if (length % 3 > 0) years.set(album, 1955 + length * 3);
  }
  return years;
}
const YEAR = `CASE WHEN length(album_title) % 3 > 0 THEN 1955 + length(album_title) * 3 END`;

/** The evenness sums logarithms: its last digits depend on their order. */
function rounded(rows: readonly object[]): object[] {
  return rows.map((row) => {
    const { evenness, ...rest } = row as Row;
    return { ...rest, evenness: evenness === null ? null : Number(evenness).toFixed(9) };
  });
}

checkStatistics({
  discoveries: async ({ dataset, selection, zone, query }) => {
    const sql = await query(DISCOVERIES_SQL);
    expectSame(sql, discoveries(dataset, selection, zone));
  },

  seasons: async ({ dataset, selection, zone, query }) => {
    const sql = await query(SEASONS_SQL);
    const ours = seasons(dataset, selection, zone, 'southern');
    const names = { 12: 'summer', 3: 'autumn', 6: 'winter', 9: 'spring' };
    const expected = sql.map(({ first, year, month, ...figures }) => {
      const name = Object.entries(names).find(([begin]) => Number(begin) === month)?.[1];
      return { first, name, year, ...figures };
    });
    const found = ours.map(({ name, year, days, ...figures }) => {
      expect(days.last - days.first + 1).toBeGreaterThanOrEqual(90);
      return { first: days.first, name, year, ...figures };
    });
    expectSame(rounded(expected), rounded(found));
  },

  'release years': async (scene) => {
    const ours = releaseYears(scene.dataset, scene.selection, inventYears(scene));
    expectSame(await scene.query(releasesSql(YEAR)), ours.years);
    expectSame(await scene.query(releasesSql(`(${YEAR}) // 10 * 10`)), ours.decades);
  },

  'release decades by year': async (scene) => {
    const sql = await scene.query(`
      SELECT year(local) AS year, (${YEAR}) // 10 * 10 AS decade, sum(played_ms) AS "playedMs"
      FROM selected LEFT JOIN album_names USING (album_key)
      WHERE is_music GROUP BY ALL HAVING "playedMs" > 0 ORDER BY year, decade NULLS LAST`);
    const { dataset, selection, zone } = scene;
    const { decades, years } = releaseTrend(dataset, selection, zone, inventYears(scene));
    const ours = years.flatMap(({ year, playedMs }) =>
      decades
        .map((decade, i) => ({ year, decade, playedMs: playedMs[i] }))
        .filter((entry) => entry.playedMs !== 0),
    );
    expectSame(sql, ours);
    const heard = await scene.query(
      'SELECT DISTINCT year(local) AS year FROM selected WHERE is_music ORDER BY 1',
    );
    expectSame(
      heard,
      years.map(({ year }) => ({ year })),
    );
  },
});
