/** What the dashboard shows, as the hash of its URL: so that back, reload and bookmarks work. */
import type { AccountId } from '../../domain/account.ts';
import type { RangeKey } from '../../domain/snapshot.ts';
import { RANGE_KEYS } from '../range-keys.ts';

export interface DashboardRoute {
  /** Null: whatever account the popup shows. */
  accountId: AccountId | null;
  range: RangeKey;
}

/** Anything that is not understood reads as the default: all time, of the popup's account. */
export function parseRoute(hash: string): DashboardRoute {
  const query = new URLSearchParams(hash.replace(/^#/, ''));
  const range = RANGE_KEYS.find((key) => key === query.get('range'));
  return { accountId: query.get('account') || null, range: range ?? 'all-time' };
}

/** With its leading `#`. */
export function formatRoute({ accountId, range }: DashboardRoute): string {
  const query = new URLSearchParams();
  if (accountId !== null) query.set('account', accountId);
  query.set('range', range);
  return `#${query.toString()}`;
}
