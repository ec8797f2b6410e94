/** How the popup tells the options page, through its URL, which account is to sign in again. */
import type { AccountId } from '../domain/account.ts';

/** The part of the options page's URL from `#` on. */
export function reconnectHash(accountId: AccountId): `#${string}` {
  return `#${new URLSearchParams({ reconnect: accountId }).toString()}`;
}

/** The account a URL asks for; null when it asks for none. */
export function parseReconnectHash(hash: string): AccountId | null {
  return new URLSearchParams(hash.replace(/^#/, '')).get('reconnect') || null;
}
