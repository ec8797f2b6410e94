/** All that is kept of an account, out of the database and into another: what a backup holds. */
import type { Dataset } from '../dataset/dataset.ts';
import { mergeDetails, pickNews } from '../dataset/merge-details.ts';
import type { Details } from '../domain/details.ts';
import type { Receipt } from '../domain/receipt.ts';
import { readAccount, readCoverage, readReceipts } from './account-store.ts';
import { writeLivePlays } from './append-live.ts';
import { copyLists, restoreLists } from './copy-lists.ts';
import { addRange } from './coverage.ts';
import { noteDetails, readDetails } from './details-store.ts';
import type { ListsCopy } from './list-records.ts';
import type { OriginSets } from './origins.ts';
import { readSources } from './read-sources.ts';
import { type CoverageRecord, parseRecord, type ReceiptRecord, SavedRecord } from './records.ts';
import { type AnyTransaction, keysOf, type WriteTransaction } from './schema.ts';
import { UNKNOWN } from './source-rows.ts';
import { writeSources } from './write-sources.ts';

export interface AccountCopy {
  accountId: string;
  /** Every row that was ever told of, those that readers do not see as well. */
  dataset: Dataset;
  /** By row: index into `origins`. */
  origin: Uint16Array;
  origins: OriginSets;
  coverage: Pick<CoverageRecord, 'ranges' | 'lastPollAt'>;
  receipts: Receipt[];
  /** What imports brought beside streams. */
  saved: Omit<SavedRecord, 'accountId'>[];
  /** What the Web API said of the music besides. */
  details: Details;
  /** What the Web API told of playlists and library; null when nothing. */
  lists: ListsCopy | null;
}

/** Needs a transaction over `ALL_STORES`. */
export async function copyAccount(tx: AnyTransaction, accountId: string): Promise<AccountCopy> {
  const { dataset, origin, origins } = await readSources(tx, await readAccount(tx, accountId));
  const { ranges, lastPollAt } = await readCoverage(tx, accountId);
  const saved = await tx.objectStore('saved').getAll(keysOf(accountId));
  return {
    accountId,
    dataset,
    origin,
    origins,
    coverage: { ranges, lastPollAt },
    receipts: await readReceipts(tx, accountId),
    saved: saved.map((value) => {
      const { importId, playlists, library } = parseRecord(SavedRecord, value);
      return { importId, playlists, library };
    }),
    details: await readDetails(tx, accountId),
    lists: await copyLists(tx, accountId),
  };
}

/** Merges a copy with what is there. Needs a transaction over `ALL_STORES`. */
export async function restoreAccount(tx: WriteTransaction, copy: AccountCopy): Promise<void> {
  const { accountId, dataset, origin, origins, receipts, saved, details } = copy;
  const account = await readAccount(tx, accountId);
  const restored = { dataset, origin, origins, seen: new Uint8Array(origin.length).fill(UNKNOWN) };
  const sources = await readSources(tx, account, [restored]);
  await writeSources(tx, account, sources);
  await writeLivePlays(tx, accountId, sources.dataset);

  const own = await readCoverage(tx, accountId);
  const coverage: CoverageRecord = {
    accountId,
    ranges: copy.coverage.ranges.reduce(addRange, own.ranges),
    lastPollAt: own.lastPollAt ?? copy.coverage.lastPollAt,
  };
  await tx.objectStore('coverage').put(coverage);
  for (const receipt of receipts) {
    const record: ReceiptRecord = { accountId, importId: receipt.importId, receipt };
    await tx.objectStore('receipts').put(record);
  }
  const known = await readDetails(tx, accountId);
  await noteDetails(tx, accountId, pickNews(known, mergeDetails([details, known])));
  for (const things of saved) await tx.objectStore('saved').put({ ...things, accountId });
  await restoreLists(tx, accountId, copy.lists);
}
