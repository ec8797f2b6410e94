/** What lasts, what falls and what rises, checked against SQL. */
import type { Dataset } from '../../lib/dataset/dataset.ts';
import { fallingOff } from '../../lib/stats/falling-off.ts';
import { artistName } from '../../lib/stats/names.ts';
import type { RankBy } from '../../lib/stats/ranking.ts';
import { rising } from '../../lib/stats/rising.ts';
import type { ShareChange } from '../../lib/stats/share-change.ts';
import { standingTheTest } from '../../lib/stats/standing-the-test.ts';
import { type Check, checkStatistics, expectSame } from '../support/duckdb/check-statistics.ts';
import { lookBack } from '../support/duckdb/looking-back.ts';
import { lastingSql, shareChangesSql } from '../support/duckdb/questions/taste-artists.ts';

function withName<T extends { index: number }>({ dictionary }: Dataset, item: T) {
  const { index, ...figures } = item;
  return { name: artistName(dictionary, index), ...figures };
}

function shareChanges(find: typeof fallingOff, top: 'earlier' | 'recent', by: RankBy): Check {
  return async (scene) => {
    const past = await lookBack(scene);
    if (!past) return;
    const sql = await scene.query(shareChangesSql(past, top, by));
    const ours: ShareChange[] = find(scene.dataset, scene.zone, past.asOf, by);
    expectSame(
      sql,
      ours.map((change) => withName(scene.dataset, change)),
    );
  };
}

checkStatistics({
  'standing the test of time': async (scene) => {
    const past = await lookBack(scene);
    if (!past) return;
    const sql = await scene.query(lastingSql(past));
    const ours = standingTheTest(scene.dataset, past.until, scene.zone, past.asOf);
    expectSame(
      sql,
      ours.map((artist) => withName(scene.dataset, artist)),
    );
  },
  'falling off': shareChanges(fallingOff, 'earlier', 'plays'),
  'rising, by time': shareChanges(rising, 'recent', 'time'),
});
