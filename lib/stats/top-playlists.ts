/** Top playlists: which of them was heard most, as far as their songs tell. */
import type { Dataset } from '../dataset/dataset.ts';
import { compareCodePoints } from '../dataset/identity.ts';
import { isSong, type Playlist } from '../domain/library.ts';
import { selectAll, type Selection } from '../dataset/selection.ts';
import { type NamedSong, songFinderOf } from '../dataset/song-finder.ts';
import { heardSongs } from './heard-songs.ts';
import type { RankBy } from './ranking.ts';
import { tally } from './tally.ts';

/** A playlist as exports and the Web API give it: only what is music counts. */
export interface PlaylistSongs {
  name: string;
  songs: readonly NamedSong[];
}

/** What counts of a playlist that an export told of. */
export function songsOf({ name, items }: Playlist): PlaylistSongs {
  return { name, songs: items.filter(isSong) };
}

export interface RankedPlaylist {
  /** Its place among the playlists given. */
  index: number;
  /** Plays and time in the range, of its songs, each song counted once. */
  plays: number;
  playedMs: number;
  /** Distinct songs on it, and how many of them were ever played. */
  songs: number;
  songsPlayed: number;
  /** UTC ms of the last stream of any of its songs, ever; null when there is none. */
  lastHeardAt: number | null;
}

/**
 * All playlists, ranked by the plays (or the time) in the range of the songs on them; ties: more
 * time, then name, in code-point order, then the place given. Spotify does not tell whether a song
 * was started from the playlist: a song on two of them counts for both.
 */
export function topPlaylists(
  dataset: Dataset,
  selection: Selection,
  playlists: readonly PlaylistSongs[],
  by: RankBy,
): RankedPlaylist[] {
  const { songs, tracks } = dataset.dictionary;
  const findSongs = songFinderOf(dataset.dictionary);
  const inRange = tally(dataset, selection, tracks.song, songs.hash.length);
  const ever = heardSongs(dataset, selectAll(dataset.columns));
  const ranked = playlists.map(({ songs: named }, index) => {
    const keys = new Set<string>();
    const played = new Set<string>();
    const met = new Set<number>();
    for (const thing of named) {
      const { key, songs: found } = findSongs(thing);
      keys.add(key);
      for (const song of found) {
        met.add(song);
        if (ever.plays[song]! > 0) played.add(key);
      }
    }
    const heardAt = Math.max(...Array.from(met, (song) => ever.lastHeardAt[song]!));
    return {
      index,
      plays: sum(met, inRange.plays),
      playedMs: sum(met, inRange.playedMs),
      songs: keys.size,
      songsPlayed: played.size,
      lastHeardAt: heardAt === -Infinity ? null : heardAt,
    };
  });
  return ranked.toSorted(
    (a, b) =>
      (by === 'plays' ? b.plays - a.plays : 0) ||
      b.playedMs - a.playedMs ||
      compareCodePoints(playlists[a.index]!.name, playlists[b.index]!.name) ||
      a.index - b.index,
  );
}

function sum(songs: Iterable<number>, amounts: Uint32Array | Float64Array): number {
  let total = 0;
  for (const song of songs) total += amounts[song]!;
  return total;
}
