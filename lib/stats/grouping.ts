/** What music is ranked by: how tracks gather into songs, artists or albums, and their names. */
import type { Dataset } from '../dataset/dataset.ts';
import { albumTitle, artistName, songTitle } from './names.ts';

export type Subject = 'songs' | 'artists' | 'albums';

export interface Grouping {
  /** By track; `NONE` for what belongs nowhere. */
  readonly groupOfTrack: Int32Array;
  /** How many there are, `NONE` counted. */
  readonly groups: number;
  /** What decides ties: the title or name, then the artist's. */
  readonly namesOf: (index: number) => readonly string[];
}

export function groupingOf({ dictionary }: Dataset, subject: Subject): Grouping {
  const { songs, artists, albums, tracks } = dictionary;
  const nameOf = (artist: number) => artistName(dictionary, artist) ?? '';
  const groupings: Record<Subject, Grouping> = {
    songs: {
      groupOfTrack: tracks.song,
      groups: songs.hash.length,
      namesOf: (song) => [songTitle(dictionary, song), nameOf(songs.artist[song]!)],
    },
    artists: {
      groupOfTrack: tracks.artist,
      groups: artists.hash.length,
      namesOf: (artist) => [nameOf(artist)],
    },
    albums: {
      groupOfTrack: tracks.album,
      groups: albums.hash.length,
      namesOf: (album) => [albumTitle(dictionary, album), nameOf(albums.artist[album]!)],
    },
  };
  return groupings[subject];
}
