/** Gives all listening of one account to another: of "imported, no account yet" to whoever signs in. */
import { copyAccount, restoreAccount } from './copy-account.ts';
import { deleteAccount } from './delete-account.ts';
import type { WriteTransaction } from './schema.ts';

/** Needs a transaction over `ALL_STORES`. What both hold is merged; the first account is gone then. */
export async function joinAccount(
  tx: WriteTransaction,
  fromAccountId: string,
  accountId: string,
): Promise<void> {
  if (fromAccountId === accountId) return;
  await restoreAccount(tx, { ...(await copyAccount(tx, fromAccountId)), accountId });
  await deleteAccount(tx, fromAccountId);
}
