/** Removes all that is kept of an account. */
import { APPEND_STORES } from './append-live.ts';
import { DETAIL_STORES } from './details-store.ts';
import { LIST_STORES } from './fetched-lists.ts';
import { keysOf, type StoreName, type WriteTransaction } from './schema.ts';

export const ALL_STORES: StoreName[] = [
  ...APPEND_STORES,
  'snapshots',
  'rollups',
  'receipts',
  'saved',
  ...DETAIL_STORES,
  'detailPlans',
  ...LIST_STORES,
];

/** Needs a transaction over `ALL_STORES`. */
export async function deleteAccount(tx: WriteTransaction, accountId: string): Promise<void> {
  for (const store of ALL_STORES) {
    const keys = tx.objectStore(store).keyPath;
    const own = Array.isArray(keys) ? keysOf(accountId) : IDBKeyRange.only(accountId);
    await tx.objectStore(store).delete(own);
  }
}
