/** The range picker of figures that may be older than today: what was today then goes by its date. */
import type { RangeKey } from '../../domain/snapshot.ts';
import { formatDate } from '../format.ts';
import { rangeOptions } from '../range-text.ts';
import type { PopupModel } from './popup-model.ts';

/** Shortest range first, for a `Segmented`. */
export function datedRangeOptions({
  snapshot,
  outdatedAt,
}: Pick<PopupModel, 'snapshot' | 'outdatedAt'>): { key: RangeKey; label: string }[] {
  if (outdatedAt === null) return rangeOptions();
  const day = formatDate(outdatedAt, 'day-of-year', snapshot?.timeZone);
  return rangeOptions().map(({ key, label }) => ({ key, label: key === 'today' ? day : label }));
}
