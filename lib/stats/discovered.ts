/** What was discovered and stayed: artists or songs first played in a range, by all their plays since. */
import type { Dataset } from '../dataset/dataset.ts';
import { type Selection, selectAll } from '../dataset/selection.ts';
import { firstPlays } from './first-plays.ts';
import { groupingOf } from './grouping.ts';
import { compareTallied, pickBest, type Ranked } from './ranking.ts';
import { tally } from './tally.ts';
import { rowDays } from './row-days.ts';
import { isSelected } from './selections.ts';
import type { TimeZone } from './time-zone.ts';

export interface Discovered extends Ranked {
  /** Local day of the first play. */
  firstDay: number;
}

/** Plays and time are of the whole history. By plays, then time, then name. */
export function discovered(
  dataset: Dataset,
  kind: 'artists' | 'songs',
  selection: Selection,
  zone: TimeZone,
  limit: number,
): Discovered[] {
  const { groupOfTrack, groups, namesOf } = groupingOf(dataset, kind);
  const sums = tally(dataset, selectAll(dataset.columns), groupOfTrack, groups);
  const first = firstPlays(dataset, kind);
  const days = rowDays(dataset, zone);
  const isNew = (index: number) => first[index]! >= 0 && isSelected(selection, first[index]!);
  const best = pickBest(groups, limit, isNew, compareTallied(sums, { by: 'plays', namesOf }));
  return best.map((index) => ({
    index,
    firstDay: days[first[index]!]!,
    plays: sums.plays[index]!,
    playedMs: sums.playedMs[index]!,
  }));
}
