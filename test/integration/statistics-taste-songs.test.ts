/** Hidden gems, forgotten favourites and obsessions, checked against SQL. */
import type { Dataset } from '../../lib/dataset/dataset.ts';
import { forgotten } from '../../lib/stats/forgotten.ts';
import { hiddenGems } from '../../lib/stats/hidden-gems.ts';
import { artistName, songTitle } from '../../lib/stats/names.ts';
import { obsessions } from '../../lib/stats/obsessions.ts';
import { checkStatistics, expectSame } from '../support/duckdb/check-statistics.ts';
import { lookBack } from '../support/duckdb/looking-back.ts';
import { forgottenSql, gemsSql, OBSESSIONS_SQL } from '../support/duckdb/questions/taste-songs.ts';

function withNames<T extends { index: number }>({ dictionary }: Dataset, items: readonly T[]) {
  return items.map(({ index, ...figures }) => ({
    title: songTitle(dictionary, index),
    artist: artistName(dictionary, dictionary.songs.artist[index]!) ?? '',
    ...figures,
  }));
}

checkStatistics({
  'hidden gems': async (scene) => {
    const past = await lookBack(scene);
    if (!past) return;
    const { dataset, selection, zone } = scene;
    const sql = await scene.query(gemsSql(past));
    const ours = hiddenGems(dataset, selection, zone, { asOf: past.asOf, by: 'plays' });
    expectSame(sql, withNames(dataset, ours));
  },

  'forgotten favourites': async (scene) => {
    const past = await lookBack(scene);
    if (!past) return;
    const sql = await scene.query(forgottenSql(past));
    const ours = forgotten(scene.dataset, past.until, scene.zone, past.asOf, 'plays');
    expectSame(sql, withNames(scene.dataset, ours));
  },

  obsessions: async ({ dataset, selection, zone, query }) => {
    const sql = await query(OBSESSIONS_SQL);
    expectSame(sql, withNames(dataset, obsessions(dataset, selection, zone)));
  },
});
