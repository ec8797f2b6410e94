/** One writer at a time for an account's tokens, across every background of this extension. */

/** What is needed of `navigator.locks`. */
export interface Locks {
  request<T>(
    name: string,
    options: { signal?: AbortSignal; mode?: 'shared' | 'exclusive' },
    work: () => Promise<T>,
  ): Promise<T>;
}

export function accountLock(accountId: string): string {
  return `account:${accountId}`;
}

/** Whoever holds it alone finds no account's tokens in anybody's hands. */
export const VAULT_LOCK = 'vault';

/** Locks for the work on accounts: all of it together makes way for a change of the key. */
export function createAccountLocks(locks: Locks): Locks {
  return {
    request: (name, options, work) =>
      locks.request(VAULT_LOCK, { ...options, mode: 'shared' }, () =>
        locks.request(name, options, work),
      ),
  };
}
