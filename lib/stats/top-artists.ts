/** Top artists: the album artist of exports, the first credited one of the Web API. */
import type { Dataset } from '../dataset/dataset.ts';
import type { Selection } from '../dataset/selection.ts';
import { artistName } from './names.ts';
import { rank, type RankBy, type Ranked, tally } from './ranking.ts';

export function topArtists(
  dataset: Dataset,
  selection: Selection,
  by: RankBy,
  limit: number,
): Ranked[] {
  const { artists, tracks } = dataset.dictionary;
  return rank(tally(dataset, selection, tracks.artist, artists.hash.length), {
    by,
    limit,
    namesOf: (artist) => [artistName(dataset.dictionary, artist) ?? ''],
  });
}
