/** Top songs: the same title by the same artist counts together, whatever the release. */
import type { Dataset } from '../dataset/dataset.ts';
import type { Selection } from '../dataset/selection.ts';
import { artistName, songTitle } from './names.ts';
import { rank, type RankBy, type Ranked, tally } from './ranking.ts';

export function topSongs(
  dataset: Dataset,
  selection: Selection,
  by: RankBy,
  limit: number,
): Ranked[] {
  const { songs, tracks } = dataset.dictionary;
  return rank(tally(dataset, selection, tracks.song, songs.hash.length), {
    by,
    limit,
    namesOf: (song) => [
      songTitle(dataset.dictionary, song),
      artistName(dataset.dictionary, songs.artist[song]!) ?? '',
    ],
  });
}
