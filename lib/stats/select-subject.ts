/** Picks the rows of one song, artist or album: what its own page is computed from. */
import type { Dataset } from '../dataset/dataset.ts';
import type { Selection } from '../dataset/selection.ts';
import { groupingOf, type Subject } from './grouping.ts';

/**
 * Its streams in a selection, from the first row there to the last: every statistic that takes a
 * selection tells of it alone.
 */
export function selectSubject(
  dataset: Dataset,
  { from, to, mask }: Selection,
  subject: Subject,
  index: number,
): Selection {
  const { rows, track } = dataset.columns;
  const { groupOfTrack } = groupingOf(dataset, subject);
  const own = new Uint8Array(rows);
  let first = -1;
  let last = -1;
  for (let row = from; row < to; row++) {
    if (groupOfTrack[track[row]!] !== index) continue;
    if (mask && mask[row] === 0) continue;
    own[row] = 1;
    if (first < 0) first = row;
    last = row;
  }
  return first < 0 ? { from, to: from, mask: null } : { from: first, to: last + 1, mask: own };
}
