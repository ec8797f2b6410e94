/** What the invented listener keeps: playlists put together over the years, and a library. */
import type { Library, Playlist, PlaylistItem, SavedItem } from '../domain/library.ts';
import type { Stream, Track } from '../domain/stream.ts';
import type { SampleArtist } from './catalogue.ts';
import { createRandom } from './random.ts';

/** Names, and the stretch of all years (0 … 1) that each was put together in. */
const PLAYLISTS = [
  ['Sunday kitchen', 0.04, 0.2],
  ['Long way home', 0.2, 0.27],
  ['Running, slowly', 0.3, 0.62],
  ['Deep work', 0.41, 0.9],
  ['Summer, whichever', 0.5, 0.56],
  ['For M.', 0.66, 0.69],
  ['Late', 0.75, 0.97],
  ['New to me', 0.93, 1],
] as const;

const SONGS_A_LIST = 45;

/** `streams` in time order. */
export function inventPlaylists(
  seed: string,
  streams: readonly Stream[],
  artists: readonly SampleArtist[],
): Playlist[] {
  return PLAYLISTS.map(([name, from, to]) => {
    const random = createRandom(seed, 'playlist', name);
    const heard = streams.slice(Math.floor(from * streams.length), Math.floor(to * streams.length));
    const items = rankSongs(heard)
      .slice(0, SONGS_A_LIST)
      .filter(() => random.chance(0.6))
      .map(({ track, firstAt }) => entryOf(track, dayOf(firstAt)));
    // Somebody said one ought to hear this.
    const meant = songsOf(artists).filter(() => random.chance(0.002));
    const addedOn = items.at(-1)?.addedOn ?? null;
    items.push(...meant.map((track) => entryOf(track, addedOn)));
    return { name, description: null, modifiedOn: addedOn, followers: 0, uri: null, items };
  });
}

export function inventLibrary(
  seed: string,
  streams: readonly Stream[],
  artists: readonly SampleArtist[],
): Library {
  const random = createRandom(seed, 'library');
  const songs = rankSongs(streams).slice(0, 700);
  const liked = songs.filter(() => random.chance(0.4)).map(({ track }) => itemOf(track));
  const unheard = songsOf(artists)
    .filter(() => random.chance(0.02))
    .map(itemOf);
  const albums = artists.flatMap(({ name: by, albums: own }) =>
    own
      .filter(() => random.chance(0.12))
      .map(({ title: name }): SavedItem => ({ type: 'album', uri: null, name, by, album: null })),
  );
  const followed = artists
    .filter(() => random.chance(0.3))
    .map(({ name }): SavedItem => ({ type: 'artist', uri: null, name, by: null, album: null }));
  return { saved: [...liked, ...unheard, ...albums, ...followed], banned: [] };
}

function songsOf(artists: readonly SampleArtist[]): Track[] {
  return artists.flatMap(({ albums }) => albums.flatMap(({ songs }) => songs));
}

/** Most played first. */
function rankSongs(streams: readonly Stream[]): { track: Track; firstAt: number }[] {
  const known = new Map<Track, { track: Track; firstAt: number; plays: number }>();
  for (const { track, endedAt, skipped } of streams) {
    if (track.kind !== 'music' || skipped === true) continue;
    const song = known.get(track) ?? { track, firstAt: endedAt, plays: 0 };
    song.plays += 1;
    known.set(track, song);
  }
  return [...known.values()].toSorted((a, b) => b.plays - a.plays);
}

function itemOf({ title, artist, album }: Track): SavedItem {
  return { type: 'track', uri: null, name: title, by: artist, album };
}

function entryOf(track: Track, addedOn: string | null): PlaylistItem {
  return { ...itemOf(track), addedOn };
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
