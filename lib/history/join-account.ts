/** Gives all listening of one account to another: of "imported, no account yet" to whoever signs in. */
import { readAccount, readCoverage } from './account-store.ts';
import { writeLivePlays } from './append-live.ts';
import { addRange } from './coverage.ts';
import { deleteAccount } from './delete-account.ts';
import { readSources } from './read-sources.ts';
import { type CoverageRecord, parseRecord, ReceiptRecord, SavedRecord } from './records.ts';
import { keysOf, type WriteTransaction } from './schema.ts';
import { writeSources } from './write-sources.ts';

/** Needs a transaction over `ALL_STORES`. What both hold is merged; the first account is gone then. */
export async function joinAccount(
  tx: WriteTransaction,
  fromAccountId: string,
  accountId: string,
): Promise<void> {
  if (fromAccountId === accountId) return;
  const joined = await readSources(tx, await readAccount(tx, fromAccountId));
  const account = await readAccount(tx, accountId);
  const sources = await readSources(tx, account, [joined]);
  await writeSources(tx, account, sources);
  await writeLivePlays(tx, accountId, sources.dataset);

  const [before, own] = [await readCoverage(tx, fromAccountId), await readCoverage(tx, accountId)];
  const coverage: CoverageRecord = {
    accountId,
    ranges: before.ranges.reduce(addRange, own.ranges),
    lastPollAt: own.lastPollAt ?? before.lastPollAt,
  };
  await tx.objectStore('coverage').put(coverage);
  for (const stored of await tx.objectStore('receipts').getAll(keysOf(fromAccountId))) {
    await tx.objectStore('receipts').put({ ...parseRecord(ReceiptRecord, stored), accountId });
  }
  for (const stored of await tx.objectStore('saved').getAll(keysOf(fromAccountId))) {
    await tx.objectStore('saved').put({ ...parseRecord(SavedRecord, stored), accountId });
  }
  await deleteAccount(tx, fromAccountId);
}
