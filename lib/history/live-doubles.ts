/** Rule 4 of merging: two live rows of the same track closer than 30 s are one. */
import { ESTIMATED, pickRows } from '../dataset/columns.ts';
import type { Dataset } from '../dataset/dataset.ts';
import { trackAt } from '../dataset/dictionary.ts';
import { trackKey } from '../dataset/identity.ts';

export const DOUBLE_WITHIN_MS = 30_000;

/**
 * Asked about live plays in time order, it says which repeat one that counts: less than 30 s after
 * the last of the same track that was none. So those that count are never closer than 30 s, and
 * each that does not has one that does within 30 s before it.
 */
export function createDoubleTest(): (key: string, endedAt: number) => boolean {
  const counted = new Map<string, number>();
  return (key, endedAt) => {
    const last = counted.get(key);
    if (last !== undefined && endedAt - last < DOUBLE_WITHIN_MS) return true;
    counted.set(key, endedAt);
    return false;
  };
}

/**
 * The dataset without repeated live rows. They are hidden from readers, not deleted: a play that
 * arrives late can change which of its neighbours counts, and the outcome must not depend on the
 * order of arrival.
 */
export function withoutDoubles(dataset: Dataset): Dataset {
  const { columns, dictionary, metadata } = dataset;
  const { rows, quality, track, endedAt } = columns;
  const isDouble = createDoubleTest();
  const keys = new Map<number, string>();
  const keyOf = (index: number) => {
    let key = keys.get(index);
    if (key === undefined) {
      key = trackKey(trackAt(dictionary, metadata, index));
      keys.set(index, key);
    }
    return key;
  };
  const kept = new Uint32Array(rows);
  let count = 0;
  for (let row = 0; row < rows; row++) {
    if (quality[row] === ESTIMATED && isDouble(keyOf(track[row]!), endedAt[row]!)) continue;
    kept[count++] = row;
  }
  if (count === rows) return dataset;
  return { ...dataset, columns: pickRows(columns, kept.subarray(0, count)) };
}
