/** The list of accounts the pages read; the vault's rows are what it can be rebuilt from. */
import type { Account } from '../domain/account.ts';
import type { StoredItem } from '../platform/stored-item.ts';
import type { TokenRow } from './token-row.ts';

export interface AccountList {
  all(): Promise<Account[]>;
  find(accountId: string): Promise<Account | null>;
  /** Adds the account, or brings its name and client ID up to date. */
  put(account: Account): Promise<void>;
  /** Adds an account whose row is there, if the list has lost it. */
  restore(row: TokenRow): Promise<void>;
  remove(accountId: string): Promise<void>;
}

export function createAccountList(stored: StoredItem<Account[]>): AccountList {
  async function put({ id, displayName, clientId, addedAt }: Account): Promise<void> {
    await stored.update((accounts) =>
      accounts.some((account) => account.id === id)
        ? accounts.map((account) =>
            account.id === id ? { ...account, displayName, clientId } : account,
          )
        : [...accounts, { id, displayName, clientId, addedAt }],
    );
  }

  async function find(accountId: string): Promise<Account | null> {
    return (await stored.get()).find(({ id }) => id === accountId) ?? null;
  }

  return {
    all: () => stored.get(),
    find,
    put,
    async restore({ accountId, displayName, clientId, authorizedAt }) {
      if (await find(accountId)) return;
      await put({ id: accountId, displayName, clientId, addedAt: authorizedAt });
    },
    async remove(accountId) {
      await stored.update((accounts) => accounts.filter(({ id }) => id !== accountId));
    },
  };
}
