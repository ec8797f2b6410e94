/** What an account is called on the pages. */
import { IMPORTED_ACCOUNT_ID, SAMPLE_ACCOUNT_ID } from '../domain/account-ids.ts';
import type { Account } from '../domain/account.ts';
import { t, type MessageKey } from './text.ts';

const SHORT_ID_LENGTH = 6;

const LOOSE: Readonly<Record<string, MessageKey>> = {
  [IMPORTED_ACCOUNT_ID]: 'account_imported',
  [SAMPLE_ACCOUNT_ID]: 'account_sample',
};

/**
 * Spotify's display name; a neutral one with the id's start where Spotify has none; what stands for
 * listening that is no account's.
 */
export function accountName({ displayName, id }: Pick<Account, 'displayName' | 'id'>): string {
  const loose = LOOSE[id];
  if (loose !== undefined) return t(loose);
  const name = displayName?.trim();
  return name ? name : t('account_unnamed', id.slice(0, SHORT_ID_LENGTH));
}
