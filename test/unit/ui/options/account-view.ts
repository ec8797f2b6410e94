/** An account in good health, to be bent by each test. */
import { INITIAL_SYNC_STATE } from '../../../../lib/domain/sync-state.ts';
import type { AccountView } from '../../../../lib/messages/contract.ts';

export const NOW = Date.UTC(2026, 10, 21, 9, 0);
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

export interface ViewChange extends Partial<Omit<AccountView, 'token' | 'sync'>> {
  token?: Partial<AccountView['token']>;
  sync?: Partial<AccountView['sync']>;
}

export function makeView(change: ViewChange = {}): AccountView {
  const account = {
    id: 'ada-account',
    displayName: 'Ada',
    clientId: '0123456789abcdef0123456789abcdef',
    addedAt: NOW - 10 * DAY,
  };
  return {
    account,
    nextSyncAt: NOW + 3 * MINUTE,
    syncing: false,
    kept: { streams: 1200, since: NOW - 10 * DAY, lastSevenDays: [4, 0, 12, 7, 3, 9, 1] },
    ...change,
    token: {
      accountId: account.id,
      status: 'connected',
      reason: null,
      expiresAt: NOW + 40 * MINUTE,
      refreshedAt: NOW - 20 * MINUTE,
      authorizedAt: NOW - 10 * DAY,
      renewBy: NOW + 171 * DAY,
      renewalDue: false,
      notBefore: null,
      memoryOnly: false,
      lastError: null,
      ...change.token,
    },
    sync: {
      ...INITIAL_SYNC_STATE,
      last: { at: NOW - 2 * MINUTE, received: 3, added: 1, possibleGap: false },
      ...change.sync,
    },
  };
}
