/** One writer at a time for an account's tokens, across every background of this extension. */

/** What is needed of `navigator.locks`. */
export interface Locks {
  request<T>(name: string, options: { signal?: AbortSignal }, work: () => Promise<T>): Promise<T>;
}

export function accountLock(accountId: string): string {
  return `account:${accountId}`;
}
