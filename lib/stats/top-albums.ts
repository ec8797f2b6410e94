/** Top albums: the same album title by the same album artist counts together. */
import type { Dataset } from '../dataset/dataset.ts';
import type { Selection } from '../dataset/selection.ts';
import { albumTitle, artistName } from './names.ts';
import { rank, type RankBy, type Ranked, tally } from './ranking.ts';

export function topAlbums(
  dataset: Dataset,
  selection: Selection,
  by: RankBy,
  limit: number,
): Ranked[] {
  const { albums, tracks } = dataset.dictionary;
  return rank(tally(dataset, selection, tracks.album, albums.hash.length), {
    by,
    limit,
    namesOf: (album) => [
      albumTitle(dataset.dictionary, album),
      artistName(dataset.dictionary, albums.artist[album]!) ?? '',
    ],
  });
}
