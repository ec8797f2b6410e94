/** Computes the head of the all-time rankings, to be kept ready beside the history. */
import { selectAll } from '../dataset/selection.ts';
import type { Dataset } from '../dataset/dataset.ts';
import { type Rollup, ROLLUP_PLACES } from '../domain/rollup.ts';
import { topEntries } from '../stats/top-entries.ts';

/** @param revision of the history, as it was before the dataset was read. */
export function buildRollup(dataset: Dataset, revision: number): Rollup {
  const { artists, songs, albums } = topEntries(dataset, selectAll(dataset.columns), ROLLUP_PLACES);
  return { schema: 1, revision, top: { artists, songs, albums } };
}
