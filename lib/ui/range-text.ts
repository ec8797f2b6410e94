/** The five ranges in words, for every range picker. */
import { RANGE_KEYS } from './range-keys.ts';
import type { RangeKey } from '../domain/snapshot.ts';
import { t, type MessageKey } from './text.ts';

const LABELS: Readonly<Record<RangeKey, MessageKey>> = {
  today: 'range_today',
  '7-days': 'range_7_days',
  '4-weeks': 'range_4_weeks',
  'this-year': 'range_this_year',
  'all-time': 'range_all_time',
};

export function rangeLabel(range: RangeKey): string {
  return t(LABELS[range]);
}

/** Shortest first, for a `Segmented`. */
export function rangeOptions(): { key: RangeKey; label: string }[] {
  return RANGE_KEYS.map((key) => ({ key, label: rangeLabel(key) }));
}
