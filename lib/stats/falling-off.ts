/** Artists falling off: once much of the listening, lately little of it. */
import type { Dataset } from '../dataset/dataset.ts';
import type { RankBy } from './ranking.ts';
import { findShareChanges, type ShareChange } from './share-change.ts';
import type { TimeZone } from './time-zone.ts';

/**
 * Among the top 100 artists of the two years before the last 90 days, those whose share of time in
 * the last 90 days is under a quarter of what it was then; by share lost (then − now).
 *
 * @param asOf the last of the 90 local days.
 * @param by how the top 100 are ranked.
 */
export function fallingOff(
  dataset: Dataset,
  zone: TimeZone,
  asOf: number,
  by: RankBy,
): ShareChange[] {
  return findShareChanges(dataset, zone, asOf, 'earlier', by);
}
