/** Rising artists, the mirror of falling off: lately much of the listening, before little or none. */
import type { Dataset } from '../dataset/dataset.ts';
import type { RankBy } from './ranking.ts';
import { findShareChanges, type ShareChange } from './share-change.ts';
import type { TimeZone } from './time-zone.ts';

/**
 * Among the top 100 artists of the last 90 days, those whose share of time in the two years before
 * was under a quarter of what it is now, the newly found included; by share won (now − then).
 *
 * @param asOf the last of the 90 local days.
 * @param by how the top 100 are ranked.
 */
export function rising(dataset: Dataset, zone: TimeZone, asOf: number, by: RankBy): ShareChange[] {
  return findShareChanges(dataset, zone, asOf, 'recent', by);
}
