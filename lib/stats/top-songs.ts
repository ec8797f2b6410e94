/** Top songs: the same title by the same artist counts together, whatever the release. */
import type { Dataset } from '../dataset/dataset.ts';
import type { Selection } from '../dataset/selection.ts';
import { groupingOf } from './grouping.ts';
import { rank, type RankBy, type Ranked } from './ranking.ts';
import { tally } from './tally.ts';

export function topSongs(
  dataset: Dataset,
  selection: Selection,
  by: RankBy,
  limit: number,
): Ranked[] {
  const { groupOfTrack, groups, namesOf } = groupingOf(dataset, 'songs');
  return rank(tally(dataset, selection, groupOfTrack, groups), { by, limit, namesOf });
}
