/** Forgets an account's tokens everywhere, even if the background dies half-way. */
import type { KeyValueArea } from '../platform/key-value.ts';
import type { AccessTokens } from './access-tokens.ts';
import { accountLock, type Locks } from './account-lock.ts';
import type { AccountList } from './account-list.ts';
import type { RowHome } from './row-home.ts';
import type { Schedule } from './schedule.ts';
import type { Refresher } from './single-flight.ts';

export interface Disconnect {
  /** Rejects when a store fails; the account then stays in the list, to be disconnected again. */
  disconnect(accountId: string): Promise<void>;
  /** Completes what an earlier background began. */
  finish(): Promise<void>;
}

interface DisconnectDeps {
  session: KeyValueArea;
  rows: RowHome;
  tokens: AccessTokens;
  schedule: Schedule;
  refresher: Refresher;
  accounts: AccountList;
  locks: Locks;
  onChange: () => void;
}

const MARK = 'vault.disconnecting:';

export function createDisconnect(deps: DisconnectDeps): Disconnect {
  const { session, accounts } = deps;

  async function disconnect(accountId: string): Promise<void> {
    await session.set(MARK + accountId, true);
    deps.refresher.abort(accountId);
    // At once, whoever holds the lock: a refresh on its way then finds no row to write to.
    await erase(accountId);
    await deps.locks.request(accountLock(accountId), {}, async () => {
      // Again: the holder may have been between its row and its access token.
      await erase(accountId);
      await accounts.remove(accountId);
    });
    await session.remove(MARK + accountId);
    deps.onChange();
  }

  async function erase(accountId: string): Promise<void> {
    await Promise.all([
      deps.rows.erase(accountId),
      deps.tokens.remove(accountId),
      deps.schedule.clear(accountId),
    ]);
  }

  async function finish(): Promise<void> {
    const marks = (await session.keys()).filter((key) => key.startsWith(MARK));
    for (const mark of marks) await disconnect(mark.slice(MARK.length));
  }

  return { disconnect, finish };
}
