/** Questions to SQL: totals and rankings. Tables and columns as `../scene.ts` names them. */
import type { Subject } from '../../../../lib/stats/grouping.ts';
import type { RankBy } from '../../../../lib/stats/ranking.ts';

/** How SQL knows each subject: its key, its table of names, and the columns of these. */
export const SUBJECTS: Record<Subject, { key: string; table: string; names: string }> = {
  songs: { key: 'song_key', table: 'song_names', names: 'song_title, song_artist' },
  artists: { key: 'artist_key', table: 'artist_names', names: 'artist_name' },
  albums: { key: 'album_key', table: 'album_names', names: 'album_title, album_by' },
};

/** An expression: “Title / Artist”, or the artist's name. */
export function nameSql(subject: Subject): string {
  return SUBJECTS[subject].names.replace(',', " || ' / ' ||");
}

/** Every song, artist or album with a stream that fulfils the condition, with its place. */
export function rankingSql(subject: Subject, by: RankBy, condition: string): string {
  const { key, table, names } = SUBJECTS[subject];
  const first = by === 'plays' ? 'plays DESC, ' : '';
  return `
    SELECT *, row_number() OVER (ORDER BY ${first}ms DESC, ${names}) AS rank
    FROM (
      SELECT ${key}, count(*) FILTER (is_play) AS plays, sum(played_ms) AS ms
      FROM streams WHERE is_music AND ${condition} AND ${key} IS NOT NULL GROUP BY ${key}
    ) JOIN ${table} USING (${key})`;
}

interface RankChanges {
  subject: Subject;
  by: RankBy;
  /** Conditions of the range and of the one before. */
  now: string;
  before: string;
  limit: number;
}

/** The best, each with its place before: null where it had none. */
export function rankChangesSql({ subject, by, now, before, limit }: RankChanges): string {
  return `
    WITH now AS (${rankingSql(subject, by, now)}),
      before AS (${rankingSql(subject, by, before)})
    SELECT ${nameSql(subject).replaceAll(/(?=\b(song|artist|album)_)/g, 'now.')} AS name,
      now.plays AS plays, now.ms AS "playedMs", now.rank AS rank,
      before.rank AS "rankBefore", before.rank - now.rank AS change
    FROM now LEFT JOIN before USING (${SUBJECTS[subject].key}) ORDER BY now.rank LIMIT ${limit}`;
}

export function overviewSql(condition: string): string {
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

function besideSql(kind: string): string {
  return `{
    'streams': count(*) FILTER (kind = '${kind}'),
    'playedMs': coalesce(sum(played_ms) FILTER (kind = '${kind}'), 0)
  }`;
}
