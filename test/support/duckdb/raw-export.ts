/** A history as the raw exports and the Web API hand it out: what both sides of a check start from. */

/** A row of the extended history, by Spotify's own keys. */
export interface ExtendedRow {
  /** `2023-08-24T11:44:40Z`: when the stream ended. */
  ts: string;
  ms_played: number;
  platform: string | null;
  conn_country: string | null;
  master_metadata_track_name: string | null;
  master_metadata_album_artist_name: string | null;
  master_metadata_album_album_name: string | null;
  spotify_track_uri: string | null;
  episode_name: string | null;
  episode_show_name: string | null;
  spotify_episode_uri: string | null;
  audiobook_title: string | null;
  audiobook_uri: string | null;
  audiobook_chapter_uri: string | null;
  audiobook_chapter_title: string | null;
  reason_start: string | null;
  reason_end: string | null;
  shuffle: boolean | null;
  skipped: boolean | null;
  offline: boolean | null;
  incognito_mode: boolean | null;
}

/** A row of account data: music, or a podcast. */
export interface AccountRow {
  /** `2023-08-24 11:44`, UTC. */
  endTime: string;
  msPlayed: number;
  trackName: string | null;
  artistName: string | null;
  episodeName: string | null;
  podcastName: string | null;
}

/** A recently played item of the Web API, flattened. */
export interface LiveRow {
  played_at: string;
  uri: string;
  title: string;
  artist: string;
  album: string;
  album_artist: string | null;
  duration_ms: number;
}

export interface RawHistory {
  extended: ExtendedRow[];
  account: AccountRow[];
  live: LiveRow[];
}

/** A row of the extended history that names nothing and tells nothing but when and how long. */
export function extendedRow(endedAt: number, msPlayed: number): ExtendedRow {
  return {
    ts: `${new Date(endedAt).toISOString().slice(0, 19)}Z`,
    ms_played: msPlayed,
    platform: null,
    conn_country: null,
    master_metadata_track_name: null,
    master_metadata_album_artist_name: null,
    master_metadata_album_album_name: null,
    spotify_track_uri: null,
    episode_name: null,
    episode_show_name: null,
    spotify_episode_uri: null,
    audiobook_title: null,
    audiobook_uri: null,
    audiobook_chapter_uri: null,
    audiobook_chapter_title: null,
    reason_start: null,
    reason_end: null,
    shuffle: null,
    skipped: null,
    offline: null,
    incognito_mode: null,
  };
}

/** The minute of account data, in its own form. */
export function formatMinute(endedAt: number): string {
  return new Date(endedAt).toISOString().slice(0, 16).replace('T', ' ');
}
