/** Takes out what only one import told, as if it had never been imported. */
import { readAccount } from './account-store.ts';
import { writeLivePlays } from './append-live.ts';
import { deleteAccount } from './delete-account.ts';
import { readSources } from './read-sources.ts';
import { keysOf, type WriteTransaction } from './schema.ts';
import { withoutImport } from './source-rows.ts';
import { writeSources } from './write-sources.ts';

/** Needs a transaction over `ALL_STORES`. Does nothing when there is no such import. */
export async function undoImport(
  tx: WriteTransaction,
  accountId: string,
  importId: string,
): Promise<void> {
  const account = await readAccount(tx, accountId);
  if (account.origins.some((ids) => ids.includes(importId))) {
    const sources = withoutImport(await readSources(tx, account), importId);
    await writeSources(tx, account, sources);
    await writeLivePlays(tx, accountId, sources.dataset);
  }
  await tx.objectStore('receipts').delete([accountId, importId]);
  await tx.objectStore('saved').delete([accountId, importId]);
  if (await isEmpty(tx, accountId)) await deleteAccount(tx, accountId);
}

/** An account that was there for its imports only is gone with the last of them. */
async function isEmpty(tx: WriteTransaction, accountId: string): Promise<boolean> {
  const [{ streams }, ...others] = await Promise.all([
    readAccount(tx, accountId),
    tx.objectStore('coverage').count(accountId),
    tx.objectStore('receipts').count(keysOf(accountId)),
    tx.objectStore('lists').count(keysOf(accountId)),
  ]);
  return streams === 0 && others.every((count) => count === 0);
}
