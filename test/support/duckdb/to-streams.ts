/** The raw rows as streams: by the table of sources and the rule of kinds, and nothing else. */
import type { Stream, Track } from '../../../lib/domain/stream.ts';
import type { AccountRow, ExtendedRow, LiveRow, RawHistory } from './raw-export.ts';

/** Every row becomes one stream: merging is not what these histories are about. */
export function toStreams({ extended, account, live }: RawHistory): Stream[] {
  return [...extended.map(fromExtended), ...account.map(fromAccount), ...live.map(fromLive)];
}

const UNNAMED: Track = {
  kind: 'unknown',
  uri: null,
  title: null,
  artist: null,
  album: null,
  albumArtist: null,
  durationMs: null,
  isrc: null,
  coverUrl: null,
  artistUri: null,
  albumUri: null,
};

const UNTOLD = {
  reasonStart: null,
  reasonEnd: null,
  shuffle: null,
  skipped: null,
  offline: null,
  incognito: null,
  platform: null,
  country: null,
};

function fromExtended(row: ExtendedRow): Stream {
  return {
    endedAt: Date.parse(row.ts),
    playedMs: row.ms_played,
    quality: 'measured',
    track: extendedTrack(row),
    reasonStart: row.reason_start,
    reasonEnd: row.reason_end,
    shuffle: row.shuffle,
    skipped: row.skipped,
    offline: row.offline,
    incognito: row.incognito_mode,
    platform: row.platform,
    country: row.conn_country,
  };
}

function extendedTrack(row: ExtendedRow): Track {
  const title = row.master_metadata_track_name;
  const artist = row.master_metadata_album_artist_name;
  const album = row.master_metadata_album_album_name;
  const uri = row.spotify_track_uri;
  if (title ?? artist ?? album ?? uri ?? null) {
    return { ...UNNAMED, kind: 'music', uri, title, artist, album };
  }
  if (row.episode_name ?? row.spotify_episode_uri) {
    const names = { uri: row.spotify_episode_uri, title: row.episode_name };
    return { ...UNNAMED, kind: 'podcast', ...names, artist: row.episode_show_name };
  }
  if (row.audiobook_title === null) return UNNAMED;
  const names = { uri: row.audiobook_chapter_uri, title: row.audiobook_chapter_title };
  return { ...UNNAMED, kind: 'audiobook', ...names, album: row.audiobook_title };
}

function fromAccount(row: AccountRow): Stream {
  const track: Track =
    row.trackName === null
      ? { ...UNNAMED, kind: 'podcast', title: row.episodeName, artist: row.podcastName }
      : { ...UNNAMED, kind: 'music', title: row.trackName, artist: row.artistName };
  const endedAt = Date.parse(`${row.endTime.replace(' ', 'T')}Z`);
  return { endedAt, playedMs: row.msPlayed, quality: 'minute', track, ...UNTOLD };
}

function fromLive(row: LiveRow): Stream {
  const track: Track = {
    ...UNNAMED,
    kind: 'music',
    uri: row.uri,
    title: row.title,
    artist: row.artist,
    album: row.album,
    albumArtist: row.album_artist,
    durationMs: row.duration_ms,
  };
  const endedAt = Date.parse(row.played_at);
  return { endedAt, playedMs: row.duration_ms, quality: 'estimated', track, ...UNTOLD };
}
