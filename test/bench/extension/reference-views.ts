/** The definitions of the statistics in SQL, over the tables of reference-tables.ts. */
import { ESTIMATED, MUSIC, TRACK_DONE } from '../../../lib/dataset/columns.ts';
import { REASONS } from '../../../lib/domain/stream-codes.ts';

const [FORWARD, BACK, EMPTY] = ['fwdbtn', 'backbtn', ''].map((reason) =>
  REASONS.findIndex((known) => known === reason),
);

/** `heard`: each stream with what it counts as and what it belongs to. For DuckDB and SQLite. */
export const HEARD = `
  CREATE VIEW heard AS
  SELECT ended_at, played_ms, song, artist, album, kind, platform, country, shuffle,
    kind = ${MUSIC} AS is_music,
    kind = ${MUSIC} AND (played_ms >= 30000 OR reason_end = ${TRACK_DONE} OR quality = ${ESTIMATED})
      AS is_play,
    kind = ${MUSIC} AND (skipped = 2 OR reason_end IN (${FORWARD}, ${BACK})) AS is_skip,
    kind = ${MUSIC} AND reason_end NOT IN (0, ${EMPTY}) AS end_known
  FROM streams JOIN tracks USING (track)`;

/** `music`: the music of `heard` by the clocks of the zone. For DuckDB. */
export const MUSIC_IN_ZONE = `
  CREATE VIEW music AS
  SELECT *, CAST(local_ms // 86400000 AS INTEGER) AS day,
    (year(local) - 1970) * 12 + month(local) - 1 AS month
  FROM (
    SELECT *, make_timestamp_ms(local_ms) AS local
    FROM (
      SELECT heard.*, ended_at + offset_ms AS local_ms
      FROM heard JOIN zone ON hour = ended_at // 3600000
      WHERE is_music
    )
  )`;

/** The first places of songs, artists and albums, in any SQL; `condition` is over `heard`. */
export function topLists(limit: number, condition = 'true'): string[] {
  return (['song', 'artist', 'album'] as const).map((subject) => {
    const names = subject === 'artist' ? 'name' : 'title, artist';
    return `
      SELECT ${names}, plays, ms FROM (
        SELECT ${subject} AS id, sum(CASE WHEN is_play THEN 1 ELSE 0 END) AS plays,
          sum(played_ms) AS ms
        FROM heard WHERE is_music AND ${subject} <> 0 AND ${condition}
        GROUP BY ${subject} ORDER BY plays DESC, ms DESC LIMIT ${limit}
      ) best JOIN ${subject}s ON ${subject}s.${subject} = best.id
      ORDER BY plays DESC, ms DESC, ${names}`;
  });
}
