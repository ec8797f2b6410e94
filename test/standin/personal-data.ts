/** What a listener gets who asks for their data: the files of an extended history and of the account. */
import { catalog, entryOf } from './catalog.ts';
import type { Library, Playlist } from './library.ts';
import { LISTENERS, type ListenerKey } from './listeners.ts';
import type { PlayedStream } from './listening.ts';

export interface PersonalDataFile {
  path: string;
  text: string;
}

const ROWS_PER_FILE = 15_700;

/** @param streams all of the listener's that the export knows, in order of their end. */
export function personalData(
  listener: ListenerKey,
  streams: readonly PlayedStream[],
  library: Library,
  now: number,
): PersonalDataFile[] {
  const files: PersonalDataFile[] = [];
  for (let from = 0; from < streams.length; from += ROWS_PER_FILE) {
    const part = streams.slice(from, from + ROWS_PER_FILE);
    const years = new Set([part[0]!, part.at(-1)!].map(({ endedAt }) => yearOf(endedAt)));
    const name = `Streaming_History_Audio_${[...years].join('-')}_${files.length}.json`;
    files.push(file(`Spotify Extended Streaming History/${name}`, part.map(toRow)));
  }
  const playlists = library
    .playlists(listener, now)
    .filter(({ ownerId }) => ownerId === LISTENERS[listener].userId);
  return [
    ...files,
    file('Spotify Account Data/Playlist1.json', { playlists: playlists.map(toPlaylist) }),
    file('Spotify Account Data/YourLibrary.json', toLibrary(listener, library, now)),
  ];
}

function file(path: string, content: unknown): PersonalDataFile {
  return { path, text: JSON.stringify(content, null, 2) };
}

function yearOf(time: number): string {
  return new Date(time).toISOString().slice(0, 4);
}

function toRow({ listener, trackId, ...stream }: PlayedStream) {
  const { platform, country } = LISTENERS[listener];
  const { name, artist, album } = namesOf(trackId);
  return {
    ts: new Date(stream.endedAt).toISOString().replace(/\.\d+Z$/, 'Z'),
    platform,
    ms_played: stream.playedMs,
    conn_country: country,
    ip_addr: '192.0.2.7',
    master_metadata_track_name: name,
    master_metadata_album_artist_name: artist,
    master_metadata_album_album_name: album,
    spotify_track_uri: `spotify:track:${trackId}`,
    episode_name: null,
    episode_show_name: null,
    spotify_episode_uri: null,
    audiobook_title: null,
    audiobook_uri: null,
    audiobook_chapter_uri: null,
    audiobook_chapter_title: null,
    reason_start: stream.reasonStart,
    reason_end: stream.reasonEnd,
    shuffle: stream.shuffle,
    skipped: stream.skipped,
    offline: false,
    offline_timestamp: null,
    incognito_mode: false,
  };
}

function namesOf(trackId: string) {
  const track = entryOf(catalog.tracks, trackId);
  const album = entryOf(catalog.albums, track.albumId);
  const artist = entryOf(catalog.artists, album.artistId);
  return { name: track.name, artist: artist.name, album: album.name };
}

function toPlaylist({ name, description, entries }: Playlist) {
  return {
    name,
    lastModifiedDate: null,
    description,
    numberOfFollowers: 0,
    collaborators: [],
    items: entries
      .filter(({ kind }) => kind === 'track')
      .map(({ trackId, addedAt }) => {
        const { name: trackName, artist: artistName, album: albumName } = namesOf(trackId);
        return {
          track: { trackName, artistName, albumName, trackUri: `spotify:track:${trackId}` },
          episode: null,
          audiobook: null,
          localTrack: null,
          addedDate: new Date(addedAt).toISOString().slice(0, 10),
        };
      }),
  };
}

function toLibrary(listener: ListenerKey, library: Library, now: number) {
  return {
    tracks: library.savedTracks(listener, now).map(({ id }) => {
      const { name: track, artist, album } = namesOf(id);
      return { artist, album, track, uri: `spotify:track:${id}` };
    }),
    albums: library.savedAlbums(listener, now).map(({ id }) => {
      const album = entryOf(catalog.albums, id);
      const { name: artist } = entryOf(catalog.artists, album.artistId);
      return { artist, album: album.name, uri: `spotify:album:${id}` };
    }),
    shows: [],
    episodes: [],
    bannedTracks: [],
    artists: [],
    bannedArtists: [],
    other: [],
  };
}
