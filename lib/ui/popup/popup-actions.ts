/** What can be done in the popup. */
import type { AccountId } from '../../domain/account.ts';
import type { RangeKey } from '../../domain/snapshot.ts';

export interface PopupActions {
  selectAccount: (id: AccountId) => void;
  selectRange: (range: RangeKey) => void;
  syncNow: () => void;
  /** What failed last is tried again. */
  retry: () => void;
  /** In the options: the sign-in window takes the focus, and the popup does not survive that. */
  reconnect: () => void;
  /** Enters the passphrase. */
  unlock: (passphrase: string) => void;
  removeSample: () => void;
  openDashboard: () => void;
  openOptions: () => void;
}
