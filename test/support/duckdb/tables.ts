/** The definitions once more, in SQL over the raw rows: what the statistics are checked against. */

/** Columns of the raw files, so that an empty file has its columns too. */
export const RAW_COLUMNS = {
  extended: {
    ts: 'VARCHAR',
    ms_played: 'BIGINT',
    platform: 'VARCHAR',
    conn_country: 'VARCHAR',
    master_metadata_track_name: 'VARCHAR',
    master_metadata_album_artist_name: 'VARCHAR',
    master_metadata_album_album_name: 'VARCHAR',
    spotify_track_uri: 'VARCHAR',
    episode_name: 'VARCHAR',
    episode_show_name: 'VARCHAR',
    spotify_episode_uri: 'VARCHAR',
    audiobook_title: 'VARCHAR',
    audiobook_uri: 'VARCHAR',
    audiobook_chapter_uri: 'VARCHAR',
    audiobook_chapter_title: 'VARCHAR',
    reason_start: 'VARCHAR',
    reason_end: 'VARCHAR',
    shuffle: 'BOOLEAN',
    skipped: 'BOOLEAN',
    offline: 'BOOLEAN',
    incognito_mode: 'BOOLEAN',
  },
  account: {
    endTime: 'VARCHAR',
    msPlayed: 'BIGINT',
    trackName: 'VARCHAR',
    artistName: 'VARCHAR',
    episodeName: 'VARCHAR',
    podcastName: 'VARCHAR',
  },
  live: {
    played_at: 'VARCHAR',
    uri: 'VARCHAR',
    title: 'VARCHAR',
    artist: 'VARCHAR',
    album: 'VARCHAR',
    album_artist: 'VARCHAR',
    duration_ms: 'BIGINT',
  },
  /** Every name and URI, and what it is compared by. */
  keys: { name: 'VARCHAR', key: 'VARCHAR' },
} as const;

/** All sources in one form. */
const ROWS = `
CREATE OR REPLACE TABLE all_rows AS
SELECT
  epoch_ms(CAST(ts AS TIMESTAMP)) AS ended_at, ms_played AS played_ms, 'measured' AS quality,
  CASE
    WHEN coalesce(master_metadata_track_name, master_metadata_album_artist_name,
      master_metadata_album_album_name, spotify_track_uri) IS NOT NULL THEN 'music'
    WHEN coalesce(episode_name, episode_show_name, spotify_episode_uri) IS NOT NULL THEN 'podcast'
    WHEN coalesce(audiobook_title, audiobook_uri, audiobook_chapter_title,
      audiobook_chapter_uri) IS NOT NULL THEN 'audiobook'
    ELSE 'unknown'
  END AS kind,
  spotify_track_uri AS uri, master_metadata_track_name AS title,
  master_metadata_album_artist_name AS artist, master_metadata_album_album_name AS album,
  CAST(NULL AS VARCHAR) AS album_artist, reason_start, reason_end, shuffle, skipped,
  platform, conn_country AS country
FROM extended
UNION ALL BY NAME
SELECT
  epoch_ms(strptime(endTime, '%Y-%m-%d %H:%M')) AS ended_at, msPlayed AS played_ms,
  'minute' AS quality, CASE WHEN trackName IS NULL THEN 'podcast' ELSE 'music' END AS kind,
  trackName AS title, artistName AS artist
FROM account
UNION ALL BY NAME
SELECT
  epoch_ms(CAST(played_at AS TIMESTAMP)) AS ended_at, duration_ms AS played_ms,
  'estimated' AS quality, 'music' AS kind, uri, title, artist, album, album_artist
FROM live`;

/** What rows count as, and which song, artist and album they belong to (music only). */
const STREAMS = `
CREATE OR REPLACE TABLE keyed AS
SELECT
  r.*,
  kind = 'music' AS is_music,
  kind = 'music' AND
    (played_ms >= 30000 OR reason_end IS NOT DISTINCT FROM 'trackdone' OR quality = 'estimated')
    AS is_play,
  kind = 'music' AND
    (skipped IS NOT DISTINCT FROM true OR coalesce(reason_end, '') IN ('fwdbtn', 'backbtn'))
    AS is_skip,
  kind = 'music' AND coalesce(reason_end, '') <> '' AS end_known,
  CASE WHEN kind = 'music' THEN coalesce(nullif(t.key, ''), u.key) END AS heard_key,
  CASE WHEN coalesce(t.key, '') = '' THEN uri ELSE title END AS heard_title,
  CASE WHEN kind = 'music' THEN nullif(a.key, '') END AS artist_key,
  CASE WHEN kind = 'music' THEN nullif(l.key, '') END AS on_key,
  CASE WHEN kind = 'music' THEN nullif(coalesce(b.key, a.key), '') END AS album_artist_key,
  heard_key || ' / ' || coalesce(artist_key, '') AS song_key,
  on_key || ' / ' || coalesce(album_artist_key, '') AS album_key
FROM all_rows r
LEFT JOIN keys t ON t.name = r.title
LEFT JOIN keys u ON u.name = r.uri
LEFT JOIN keys a ON a.name = r.artist
LEFT JOIN keys l ON l.name = r.album
LEFT JOIN keys b ON b.name = r.album_artist`;

/** The names shown: of all spellings in the whole history the first in code-point order. */
const NAMES = [
  `CREATE OR REPLACE TABLE artist_names AS
  SELECT key AS artist_key, min(name) AS artist_name
  FROM (
    SELECT artist_key AS key, artist AS name FROM keyed
    UNION ALL
    SELECT album_artist_key, album_artist FROM keyed WHERE album_artist IS NOT NULL
  )
  WHERE key IS NOT NULL GROUP BY key`,
  `CREATE OR REPLACE TABLE song_names AS
  SELECT song_key, min(heard_title) AS song_title, coalesce(min(artist_name), '') AS song_artist
  FROM keyed LEFT JOIN artist_names USING (artist_key)
  WHERE song_key IS NOT NULL GROUP BY song_key`,
  `CREATE OR REPLACE TABLE album_names AS
  SELECT album_key, min(album) AS album_title, coalesce(min(artist_name), '') AS album_by
  FROM keyed LEFT JOIN artist_names ON artist_names.artist_key = keyed.album_artist_key
  WHERE album_key IS NOT NULL GROUP BY album_key`,
];

/**
 * Makes out of the raw tables, in this order: `keyed` (all streams), `artist_names`, `song_names`
 * and `album_names`.
 */
export const DEFINITIONS: readonly string[] = [ROWS, STREAMS, ...NAMES];

/**
 * All streams as one zone's clocks tell them: `local` (a TIMESTAMP), `day` (since 1970-01-01) and
 * `month` (`2016-02`).
 */
export function localStreams(zoneName: string): string {
  return `
  CREATE OR REPLACE TEMP TABLE streams AS
  SELECT
    *, date_diff('day', DATE '1970-01-01', CAST(local AS DATE)) AS day,
    strftime(local, '%Y-%m') AS month
  FROM (
    SELECT *, make_timestamp_ms(ended_at) AT TIME ZONE 'UTC' AT TIME ZONE '${zoneName}' AS local
    FROM keyed
  )`;
}
