/** Playlists and the library against what was heard, checked against SQL. */
import { lovedNotLiked } from '../../lib/stats/loved-not-liked.ts';
import { topPlaylists } from '../../lib/stats/top-playlists.ts';
import { type UnheardSong, unheardSongs } from '../../lib/stats/unheard-songs.ts';
import { groupingOf } from '../../lib/stats/grouping.ts';
import { checkStatistics, expectSame, withNames } from '../support/duckdb/check-statistics.ts';
import { inventPlaylists, listsInSql, sqlText } from '../support/duckdb/invented-lists.ts';
import { lookBack } from '../support/duckdb/looking-back.ts';

checkStatistics({
  'top playlists': async (scene) => {
    if (scene.dataset.columns.rows === 0) return;
    const playlists = inventPlaylists(scene);
    const lists = playlists.map(({ name }, list) => `(${list}, ${sqlText(name)})`);
    const sql = await scene.query(`
      WITH lists(list, name) AS (VALUES ${lists.join()}),
      ${listsInSql(playlists)},
      ever AS (
        SELECT song_key, count_if(is_play) AS plays, max(ended_at) AS last
        FROM streams WHERE song_key IS NOT NULL GROUP BY song_key
      ),
      ranged AS (
        SELECT song_key, count_if(is_play) AS plays, sum(played_ms) AS ms
        FROM selected WHERE song_key IS NOT NULL GROUP BY song_key
      )
      SELECT list AS index,
        (SELECT coalesce(sum(plays), 0) FROM ranged
          WHERE song_key IN (SELECT song_key FROM songs s WHERE s.list = l.list)) AS plays,
        (SELECT coalesce(sum(ms), 0) FROM ranged
          WHERE song_key IN (SELECT song_key FROM songs s WHERE s.list = l.list)) AS "playedMs",
        (SELECT count(DISTINCT thing) FROM items i WHERE i.list = l.list) AS songs,
        (SELECT count(DISTINCT thing) FROM songs s JOIN ever USING (song_key)
          WHERE s.list = l.list AND plays > 0) AS "songsPlayed",
        (SELECT max(last) FROM songs s JOIN ever USING (song_key) WHERE s.list = l.list)
          AS "lastHeardAt"
      FROM lists l ORDER BY plays DESC, "playedMs" DESC, name, list`);
    expectSame(sql, topPlaylists(scene.dataset, scene.selection, playlists, 'plays'));
  },

  'dead tracks': async (scene) => {
    const past = await lookBack(scene);
    if (!past) return;
    const { dataset, zone, query } = scene;
    const things = inventPlaylists(scene).flatMap(({ songs }) => songs);
    const ours = unheardSongs(dataset, past.until, zone, past.asOf, things);
    const found = `
      WITH ${listsInSql([{ name: '', songs: things }])},
      heard AS (
        SELECT song_key, count_if(is_play) AS plays, sum(played_ms) AS ms,
          max(ended_at) AS last, max(day) AS last_day
        FROM until WHERE song_key IS NOT NULL GROUP BY song_key
      ),
      things AS (
        SELECT min(place) AS place, thing FROM items GROUP BY thing
      ),
      found AS (
        SELECT place, coalesce(sum(plays), 0) AS plays, coalesce(sum(ms), 0) AS "playedMs",
          max(last) AS "lastHeardAt", arg_max(last_day, last) AS last_day
        FROM things LEFT JOIN songs USING (thing) LEFT JOIN heard USING (song_key) GROUP BY place
      )
      SELECT * EXCLUDE last_day FROM found`;
    const never = await query(`${found} WHERE plays = 0 ORDER BY place`);
    const forLong = await query(`${found}
      WHERE plays > 0 AND date_of(last_day) <= ${past.today} - INTERVAL 1 YEAR
      ORDER BY "lastHeardAt", place`);
    const all = await query(`${found} ORDER BY place`);
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
    const sql = await query(`
      WITH ${listsInSql([{ name: '', songs: liked }])}
      SELECT song_title || ' / ' || song_artist AS name, count_if(is_play) AS plays,
        sum(played_ms) AS "playedMs"
      FROM selected JOIN song_names USING (song_key)
      WHERE song_key NOT IN (SELECT song_key FROM songs)
      GROUP BY song_key, song_title, song_artist HAVING count_if(is_play) >= 10
      ORDER BY plays DESC, "playedMs" DESC, song_title, song_artist LIMIT 50`);
    const ours = lovedNotLiked(dataset, selection, liked, 50).songs;
    expectSame(sql, withNames(ours, groupingOf(dataset, 'songs').namesOf));
  },
});
