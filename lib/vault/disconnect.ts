/** Forgets an account's tokens everywhere, even if the background dies half-way. */
import type { KeyValueArea } from '../platform/key-value.ts';
import type { AccessTokens } from './access-tokens.ts';
import { accountLock, type Locks } from './account-lock.ts';
import type { AccountList } from './account-list.ts';
import { eachInTurn } from './each-in-turn.ts';
import type { RowHome } from './row-home.ts';
import type { Schedule } from './schedule.ts';
import type { Refresher } from './single-flight.ts';

export interface Disconnect {
  /** Rejects when a store fails; the account then stays in the list, to be disconnected again. */
  disconnect(accountId: string): Promise<void>;
  /** Completes what an earlier background began, as far as it can; then rejects where it cannot. */
  finish(): Promise<void>;
  /** True from the beginning of a disconnect to its end, even where the background died in between. */
  isUnderWay(accountId: string): Promise<boolean>;
  /** A person signs in again: what is unfinished of a disconnect is not what they want any more. */
  withdraw(accountId: string): Promise<void>;
}

interface DisconnectDeps {
  /** storage.local: what was begun must be finished even if the whole browser ended meanwhile. */
  local: KeyValueArea;
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
  const { local, accounts } = deps;
  /** Here as well: the disk may have no room for the mark. */
  const underWay = new Set<string>();

  async function disconnect(accountId: string): Promise<void> {
    underWay.add(accountId);
    try {
      await forget(accountId);
    } finally {
      underWay.delete(accountId);
    }
  }

  async function forget(accountId: string): Promise<void> {
    // Without it, a row that is gone would look lost, and be replaced without asking anybody. Where
    // the disk has no room for it, the tokens go all the same.
    await local.set(MARK + accountId, true).catch(() => undefined);
    deps.refresher.abort(accountId);
    // At once, whoever holds the lock: a refresh on its way then finds no row to write to.
    await erase(accountId);
    await deps.locks.request(accountLock(accountId), {}, async () => {
      // Again: the holder may have been between its row and its access token.
      await erase(accountId);
      await accounts.remove(accountId);
    });
    await withdraw(accountId);
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
    const marks = (await local.keys()).filter((key) => key.startsWith(MARK));
    await eachInTurn(marks, (mark) => disconnect(mark.slice(MARK.length)));
  }

  function withdraw(accountId: string): Promise<void> {
    return local.remove(MARK + accountId);
  }

  return {
    disconnect,
    finish,
    isUnderWay: async (accountId) =>
      underWay.has(accountId) || (await local.get(MARK + accountId)) === true,
    withdraw,
  };
}
