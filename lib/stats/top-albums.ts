/** Top albums: the same album title by the same album artist counts together. */
import type { Dataset } from '../dataset/dataset.ts';
import type { Selection } from '../dataset/selection.ts';
import { groupingOf } from './grouping.ts';
import { rank, type RankBy, type Ranked } from './ranking.ts';
import { tally } from './tally.ts';

export function topAlbums(
  dataset: Dataset,
  selection: Selection,
  by: RankBy,
  limit: number,
): Ranked[] {
  const { groupOfTrack, groups, namesOf } = groupingOf(dataset, 'albums');
  return rank(tally(dataset, selection, groupOfTrack, groups), { by, limit, namesOf });
}
