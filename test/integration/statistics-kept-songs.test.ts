/** Playlists and the library against what was heard, checked against SQL. */
import { lovedNotLiked } from '../../lib/stats/loved-not-liked.ts';
import { topPlaylists } from '../../lib/stats/top-playlists.ts';
import { type UnheardSong, unheardSongs } from '../../lib/stats/unheard-songs.ts';
import { groupingOf } from '../../lib/stats/grouping.ts';
import { checkStatistics, expectSame, withNames } from '../support/duckdb/check-statistics.ts';
import { inventPlaylists } from '../support/duckdb/invented-lists.ts';
import { lookBack } from '../support/duckdb/looking-back.ts';
import { lovedSql, topPlaylistsSql, unheardSql } from '../support/duckdb/questions/kept-songs.ts';

checkStatistics({
  'top playlists': async (scene) => {
    if (scene.dataset.columns.rows === 0) return;
    const playlists = inventPlaylists(scene);
    const sql = await scene.query(topPlaylistsSql(playlists, 'plays'));
    expectSame(sql, topPlaylists(scene.dataset, scene.selection, playlists, 'plays'));
  },

  'dead tracks': async (scene) => {
    const past = await lookBack(scene);
    if (!past) return;
    const { dataset, zone, query } = scene;
    const things = inventPlaylists(scene).flatMap(({ songs }) => songs);
    const ours = unheardSongs(dataset, past.until, zone, past.asOf, things);
    const unheard = unheardSql(things, past);
    const [all, never, forLong] = [
      await query(unheard.all),
      await query(unheard.never),
      await query(unheard.forAYear),
    ];
    const withoutSong = (list: readonly UnheardSong[]) =>
      list.map((kept) => {
        const { place, plays, playedMs, lastHeardAt } = kept;
        return { place, plays, playedMs, lastHeardAt };
      });
    expectSame(never, withoutSong(ours.neverPlayed));
    expectSame(forLong, withoutSong(ours.unheardForAYear));
    expectSame([{ songs: all.length }], [{ songs: ours.songs }]);
  },

  'loved but not liked': async (scene) => {
    const { dataset, selection, query } = scene;
    if (dataset.columns.rows === 0) return;
    const liked = inventPlaylists(scene).flatMap(({ songs }) => songs);
    const sql = await query(lovedSql(liked, 50));
    const ours = lovedNotLiked(dataset, selection, liked, 50).songs;
    expectSame(sql, withNames(ours, groupingOf(dataset, 'songs').namesOf));
  },
});
