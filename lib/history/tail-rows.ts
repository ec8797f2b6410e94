/** Parts the tail's rows into those that readers see and those that repeat another. */
import type { Dataset } from '../dataset/dataset.ts';
import { withoutDoubles } from '../dataset/merge-exports.ts';
import type { TailBatch } from './account-store.ts';

/** Batch by batch; some may be empty. */
export function divideTail(tail: readonly TailBatch[]): { visible: Dataset[]; hidden: Dataset[] } {
  return {
    visible: tail.map(({ dataset, doubles }) => withoutDoubles(dataset, doubles)),
    hidden: tail.map(({ dataset, doubles }) =>
      withoutDoubles(
        dataset,
        doubles.map((double) => (double === 0 ? 1 : 0)),
      ),
    ),
  };
}
