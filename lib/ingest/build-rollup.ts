/** Computes the head of the all-time rankings, to be kept ready beside the history. */
import { selectAll } from '../dataset/selection.ts';
import type { Dataset } from '../dataset/dataset.ts';
import { type Rollup, ROLLUP_PLACES } from '../domain/rollup.ts';
import { doAtOnce, type Steps } from '../domain/steps.ts';
import { topEntriesInSteps } from '../stats/top-entries.ts';

/** @param revision of the history, as it was before the dataset was read. */
export function buildRollup(dataset: Dataset, revision: number): Rollup {
  return doAtOnce(rollupInSteps(dataset, revision));
}

/** As `buildRollup`, list by list. */
export function* rollupInSteps(dataset: Dataset, revision: number): Steps<Rollup> {
  const all = selectAll(dataset.columns);
  const { artists, songs, albums } = yield* topEntriesInSteps(dataset, all, ROLLUP_PLACES);
  return { schema: 1, revision, top: { artists, songs, albums } };
}
