/** Invented music with URIs as Spotify's, and the Web API's answers about it. */
import type { Stream } from '../../../lib/domain/stream.ts';
import { aStream, aTrack, MINUTE } from '../dataset/streams.ts';

export interface Song {
  track: string;
  album: string;
  artist: string;
}

export function uriOf(kind: 'track' | 'album' | 'artist', name: string): string {
  return `spotify:${kind}:${idOf(name)}`;
}

/** 22 digits and letters that tell the name. */
export function idOf(name: string): string {
  return name.replaceAll(/[^a-z0-9]/gi, '').padEnd(22, 'Z');
}

/** So many plays of a song, as an export tells of them: by the track's URI and names. */
export function heard({ track, album, artist }: Song, plays: number, from = 0): Stream[] {
  return Array.from({ length: plays }, (_, i) =>
    aStream({
      endedAt: Date.UTC(2020, 0, 1) + (from + i) * 10 * MINUTE,
      track: aTrack({
        uri: uriOf('track', track),
        title: track,
        artist,
        album,
        durationMs: null,
      }),
    }),
  );
}

const credit = (artist: string) => ({ name: artist, uri: uriOf('artist', artist) });
const images = (name: string) => [
  { url: `https://i.scdn.co/image/${idOf(name)}`, width: 300, height: 300 },
];

export function albumBody(songs: readonly Song[], name: string, releaseDate = '2019-05-12') {
  const own = songs.filter(({ album }) => album === name);
  return {
    name,
    uri: uriOf('album', name),
    artists: [credit(own[0]!.artist)],
    images: images(name),
    release_date: releaseDate,
    tracks: {
      items: own.map(({ track, artist }) => ({
        uri: uriOf('track', track),
        duration_ms: 200_000,
        artists: [credit(artist)],
      })),
    },
  };
}

export function trackBody(songs: readonly Song[], name: string) {
  const song = songs.find(({ track }) => track === name)!;
  const { tracks: _tracks, ...album } = albumBody(songs, song.album);
  return {
    type: 'track',
    name,
    uri: uriOf('track', name),
    duration_ms: 200_000,
    artists: [credit(song.artist)],
    album,
    external_ids: { isrc: `XX${name}` },
  };
}

export function artistBody(name: string) {
  return { name, uri: uriOf('artist', name), images: images(name), genres: ['indie'] };
}

/** What Spotify would answer; null for what it does not know. */
export function answerAbout(songs: readonly Song[], path: string): unknown {
  const [, kind, id] = /^\/(tracks|albums|artists)\/(\w+)$/.exec(path) ?? [];
  const find = (names: string[]) => names.find((name) => idOf(name) === id);
  if (kind === 'tracks') {
    const name = find(songs.map(({ track }) => track));
    return name === undefined ? null : trackBody(songs, name);
  }
  if (kind === 'albums') {
    const name = find(songs.map(({ album }) => album));
    return name === undefined ? null : albumBody(songs, name);
  }
  const name = find(songs.map(({ artist }) => artist));
  return name === undefined ? null : artistBody(name);
}
