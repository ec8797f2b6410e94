/** Totals and top lists, checked against SQL. */
import { checkStatistics, expectSame } from '../support/duckdb/check-statistics.ts';
import { artistName, songTitle } from '../../lib/stats/names.ts';
import { topSongs } from '../../lib/stats/top-songs.ts';
import { totals } from '../../lib/stats/totals.ts';

checkStatistics({
  totals: async ({ dataset, selection, query }) => {
    const sql = await query(`
      SELECT count(*) AS streams, count(*) FILTER (is_play) AS plays,
        coalesce(sum(played_ms), 0) AS "playedMs"
      FROM selected WHERE is_music`);
    expectSame(sql, [totals(dataset, selection)]);
  },

  'top songs': async ({ dataset, selection, query }) => {
    const sql = await query(`
      SELECT any_value(song_title) AS title, any_value(song_artist) AS artist, count(*) FILTER (is_play) AS plays, sum(played_ms) AS "playedMs"
      FROM selected JOIN song_names USING (song_key)
      GROUP BY song_key ORDER BY plays DESC, "playedMs" DESC, title, artist LIMIT 50`);
    const { dictionary } = dataset;
    const ours = topSongs(dataset, selection, 'plays', 50).map(({ index, plays, playedMs }) => ({
      title: songTitle(dictionary, index),
      artist: artistName(dictionary, dictionary.songs.artist[index]!) ?? '',
      plays,
      playedMs,
    }));
    expectSame(sql, ours);
  },
});
