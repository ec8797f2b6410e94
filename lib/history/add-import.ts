/** Takes in what an import read: rows, playlists, library and receipt, in one transaction. */
import { ESTIMATED } from '../dataset/columns.ts';
import type { Dataset } from '../dataset/dataset.ts';
import { AppError } from '../domain/app-error.ts';
import type { Library, Playlist } from '../domain/library.ts';
import type { Receipt } from '../domain/receipt.ts';
import { readAccount } from './account-store.ts';
import { writeLivePlays } from './append-live.ts';
import { countImport, type ImportCounts } from './count-import.ts';
import { DATA_STORES } from './load.ts';
import { readSources } from './read-sources.ts';
import type { ReceiptRecord, SavedRecord } from './records.ts';
import type { StoreName, WriteTransaction } from './schema.ts';
import { sourceRows, UNKNOWN } from './source-rows.ts';
import { writeSources } from './write-sources.ts';

export interface ImportedFiles {
  /** All rows that could be read, in any order. */
  dataset: Dataset;
  playlists: Playlist[];
  /** Null when no library was handed in. */
  library: Library | null;
  /** The part of the receipt that needs no history. */
  receipt: Omit<Receipt, keyof ImportCounts>;
  /** The calendar year a moment (UTC ms) lies in, where the person is; never falls as time goes on. */
  yearOf: (at: number) => number;
}

export const IMPORT_STORES: StoreName[] = [...DATA_STORES, 'live', 'receipts', 'saved'];

/** Needs a transaction over `IMPORT_STORES`. @throws AppError `archive/cancelled`. */
export async function addImport(
  tx: WriteTransaction,
  accountId: string,
  { dataset, playlists, library, receipt, yearOf }: ImportedFiles,
  signal?: AbortSignal,
): Promise<Receipt> {
  const { importId } = receipt;
  const account = await readAccount(tx, accountId);
  const added = sourceRows(dataset, UNKNOWN, importId);
  const sources = await readSources(tx, account, [added]);
  throwIfCancelled(signal);
  const merged = await writeSources(tx, account, sources);
  const { rows, quality } = dataset.columns;
  // An export of this extension tells of live plays as well: the next poll must know them again.
  if (quality.includes(ESTIMATED)) await writeLivePlays(tx, accountId, sources.dataset);
  const whole: Receipt = {
    ...receipt,
    ...countImport({ sources, doubles: merged.doubles, importId, rows, yearOf }),
  };
  const receiptRecord: ReceiptRecord = { accountId, importId, receipt: whole };
  await tx.objectStore('receipts').put(receiptRecord);
  if (playlists.length > 0 || library) {
    const saved: SavedRecord = { accountId, importId, playlists, library };
    await tx.objectStore('saved').put(saved);
  }
  throwIfCancelled(signal);
  return whole;
}

function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new AppError('archive/cancelled');
}
