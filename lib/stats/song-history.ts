/** What the history knows of one song: "your 47th play since May 2019". */
import type { Dataset } from '../dataset/dataset.ts';
import { findSong, NONE } from '../dataset/dictionary.ts';
import { IS_PLAY, rowClasses } from './row-classes.ts';

export interface SongHistory {
  /** Plays, not streams: what was skipped within 30 s does not count. */
  plays: number;
  /** UTC ms; null while there is no play. */
  firstPlayedAt: number | null;
}

/** By title and artist as Spotify writes them, compared as songs are. */
export function songHistory(dataset: Dataset, title: string, artist: string | null): SongHistory {
  return songHistoryAt(dataset, findSong(dataset.dictionary, title, artist));
}

/** By the song's index. */
export function songHistoryAt(dataset: Dataset, song: number): SongHistory {
  const result: SongHistory = { plays: 0, firstPlayedAt: null };
  if (song === NONE) return result;
  const { rows, track, endedAt } = dataset.columns;
  const { song: songOfTrack } = dataset.dictionary.tracks;
  const classes = rowClasses(dataset);
  for (let row = 0; row < rows; row++) {
    if (songOfTrack[track[row]!] !== song || !(classes[row]! & IS_PLAY)) continue;
    result.firstPlayedAt ??= endedAt[row]!;
    result.plays++;
  }
  return result;
}
