/** What an account is called on the pages. */
import type { Account } from '../domain/account.ts';
import { t } from './text.ts';

const SHORT_ID_LENGTH = 6;

/** Spotify's display name; a neutral one with the id's start where Spotify has none. */
export function accountName({ displayName, id }: Pick<Account, 'displayName' | 'id'>): string {
  const name = displayName?.trim();
  return name ? name : t('account_unnamed', id.slice(0, SHORT_ID_LENGTH));
}
