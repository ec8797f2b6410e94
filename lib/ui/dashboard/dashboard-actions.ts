/** What can be done in the dashboard. */
import type { AccountId } from '../../domain/account.ts';
import type { RangeKey } from '../../domain/snapshot.ts';

export interface DashboardActions {
  selectAccount: (id: AccountId) => void;
  selectRange: (range: RangeKey) => void;
  retry: () => void;
  openOptions: () => void;
}
