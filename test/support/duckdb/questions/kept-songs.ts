/** Questions to SQL: playlists and the library against what was heard. */
import type { PlaylistSongs } from '../../../../lib/stats/top-playlists.ts';
import type { RankBy } from '../../../../lib/stats/ranking.ts';
import { listsInSql, sqlText } from '../invented-lists.ts';
import type { LookingBack } from '../looking-back.ts';

/** Amounts are of the range, the rest of everything. */
export function topPlaylistsSql(playlists: readonly PlaylistSongs[], by: RankBy): string {
  const lists = playlists.map(({ name }, list) => `(${list}, ${sqlText(name)})`);
  return `
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
    FROM lists l ORDER BY ${by === 'plays' ? 'plays DESC, ' : ''}"playedMs" DESC, name, list`;
}

/**
 * The things of a list by their first places, with what was heard of them, in three questions: all,
 * those never played, and those unheard for a year. Asked after `../looking-back.ts`.
 */
export function unheardSql(
  songs: PlaylistSongs['songs'],
  { today }: Pick<LookingBack, 'today'>,
): Record<'all' | 'never' | 'forAYear', string> {
  const found = `
    WITH ${listsInSql([{ name: '', songs }])},
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
  return {
    all: `${found} ORDER BY place`,
    never: `${found} WHERE plays = 0 ORDER BY place`,
    forAYear: `${found}
      WHERE plays > 0 AND date_of(last_day) <= ${today} - INTERVAL 1 YEAR
      ORDER BY "lastHeardAt", place`,
  };
}

/** Of the range: ten plays and more, and not among the songs liked. */
export function lovedSql(liked: PlaylistSongs['songs'], limit: number): string {
  return `
    WITH ${listsInSql([{ name: '', songs: liked }])}
    SELECT song_title || ' / ' || song_artist AS name, count_if(is_play) AS plays,
      sum(played_ms) AS "playedMs"
    FROM selected JOIN song_names USING (song_key)
    WHERE song_key NOT IN (SELECT song_key FROM songs)
    GROUP BY song_key, song_title, song_artist HAVING count_if(is_play) >= 10
    ORDER BY plays DESC, "playedMs" DESC, song_title, song_artist LIMIT ${limit}`;
}
