/** Top playlists: which of them was heard most, as far as their songs tell. */
import type { Dataset } from '../dataset/dataset.ts';
import { compareCodePoints } from '../dataset/identity.ts';
import type { Playlist } from '../domain/library.ts';
import type { Selection } from '../dataset/selection.ts';
import { createSongFinder, type NamedSong, namedSongKey } from '../dataset/song-finder.ts';
import { type RankBy, tally } from './ranking.ts';
import { IS_PLAY, rowClasses } from './row-classes.ts';

/** A playlist as exports and the Web API give it: only what is music counts. */
export interface PlaylistSongs {
  name: string;
  songs: readonly NamedSong[];
}

/** What counts of a playlist that an export told of. */
export function songsOf({ name, items }: Playlist): PlaylistSongs {
  return { name, songs: items.filter(({ type }) => type === 'track' || type === 'local') };
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
  const findSongs = createSongFinder(dataset.dictionary);
  const inRange = tally(dataset, selection, tracks.song, songs.hash.length);
  const { isPlayed, lastHeard } = lookBack(dataset);
  const ranked = playlists.map(({ songs: named }, index) => {
    const keys = new Set(named.map(namedSongKey));
    const played = new Set<string>();
    const met = new Set<number>();
    for (const thing of named) {
      for (const song of findSongs(thing)) {
        met.add(song);
        if (isPlayed[song] === 1) played.add(namedSongKey(thing));
      }
    }
    const heardAt = Math.max(...Array.from(met, (song) => lastHeard[song]!));
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

/** By song: 1 for one ever played; UTC ms of the last stream, −∞ where there is none. */
function lookBack(dataset: Dataset) {
  const { rows, endedAt, track } = dataset.columns;
  const { songs, tracks } = dataset.dictionary;
  const classes = rowClasses(dataset);
  const isPlayed = new Uint8Array(songs.hash.length);
  const lastHeard = new Float64Array(songs.hash.length).fill(-Infinity);
  for (let row = 0; row < rows; row++) {
    if (classes[row] === 0) continue;
    const song = tracks.song[track[row]!]!;
    lastHeard[song] = endedAt[row]!;
    if (classes[row]! & IS_PLAY) isPlayed[song] = 1;
  }
  return { isPlayed, lastHeard };
}
