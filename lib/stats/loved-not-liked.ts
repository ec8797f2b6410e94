/** Loved but not liked: what is played most of all that is not in the library. */
import type { Dataset } from '../dataset/dataset.ts';
import { NONE } from '../dataset/dictionary.ts';
import type { Selection } from '../dataset/selection.ts';
import { type NamedSong, songFinderOf } from '../dataset/song-finder.ts';
import { groupingOf } from './grouping.ts';
import { compareTallied, pickBest, type Ranked } from './ranking.ts';
import { tally } from './tally.ts';

const MIN_PLAYS = 10;

export interface LovedNotLiked {
  /** All there are. */
  total: number;
  songs: Ranked[];
}

/**
 * Songs with ten plays or more in the selection that none of `liked` stands for, the first `limit` of
 * them. By plays, then time, then name.
 */
export function lovedNotLiked(
  dataset: Dataset,
  selection: Selection,
  liked: readonly NamedSong[],
  limit: number,
): LovedNotLiked {
  const { groupOfTrack, groups, namesOf } = groupingOf(dataset, 'songs');
  const findSongs = songFinderOf(dataset.dictionary);
  const isLiked = new Uint8Array(groups);
  for (const thing of liked) {
    for (const song of findSongs(thing).songs) isLiked[song] = 1;
  }
  const sums = tally(dataset, selection, groupOfTrack, groups);
  const { plays, playedMs } = sums;
  const hasPlace = (song: number) => isLiked[song] === 0 && plays[song]! >= MIN_PLAYS;
  const compare = compareTallied(sums, { by: 'plays', namesOf });
  let total = 0;
  for (let song = NONE + 1; song < groups; song++) if (hasPlace(song)) total++;
  const songs = pickBest(groups, limit, hasPlace, compare).map((index) => ({
    index,
    plays: plays[index]!,
    playedMs: playedMs[index]!,
  }));
  return { total, songs };
}
