/** Top artists: the album artist of exports, the first credited one of the Web API. */
import type { Dataset } from '../dataset/dataset.ts';
import type { Selection } from '../dataset/selection.ts';
import { groupingOf } from './grouping.ts';
import { rank, type RankBy, type Ranked } from './ranking.ts';
import { tally } from './tally.ts';

export function topArtists(
  dataset: Dataset,
  selection: Selection,
  by: RankBy,
  limit: number,
): Ranked[] {
  const { groupOfTrack, groups, namesOf } = groupingOf(dataset, 'artists');
  return rank(tally(dataset, selection, groupOfTrack, groups), { by, limit, namesOf });
}
