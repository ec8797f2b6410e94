/** Reads and writes an account's records in a transaction of the caller's. */
import { type Dataset, emptyDataset } from '../dataset/dataset.ts';
import type { Dictionary, Metadata } from '../dataset/dictionary.ts';
import type { Receipt } from '../domain/receipt.ts';
import {
  decodeDictionary,
  DICTIONARY_PARTS,
  encodeDictionary,
  StoredDictionary,
} from './dictionary-codec.ts';
import { NO_LIVE_PLAYS } from './live-plays.ts';
import { LIVE } from './origins.ts';
import {
  AccountRecord,
  CoverageRecord,
  LiveRecord,
  parseRecord,
  ReceiptRecord,
  SegmentRecord,
  TailRecord,
} from './records.ts';
import { type AnyTransaction, keysOf, type WriteTransaction } from './schema.ts';
import { decodeColumns } from './segment-codec.ts';

export async function readAccount(tx: AnyTransaction, accountId: string): Promise<AccountRecord> {
  const stored = await tx.objectStore('accounts').get(accountId);
  if (stored !== undefined) return parseRecord(AccountRecord, stored);
  return {
    accountId,
    revision: 0,
    segments: [],
    shadows: 0,
    tailRecords: 0,
    origins: [[LIVE]],
    exportsTo: null,
    streams: 0,
    firstAt: null,
    lastAt: null,
  };
}

export async function readLive(tx: AnyTransaction, accountId: string): Promise<LiveRecord> {
  const stored = await tx.objectStore('live').get(accountId);
  return stored === undefined ? { accountId, ...NO_LIVE_PLAYS } : parseRecord(LiveRecord, stored);
}

export async function readCoverage(tx: AnyTransaction, accountId: string): Promise<CoverageRecord> {
  const stored = await tx.objectStore('coverage').get(accountId);
  if (stored !== undefined) return parseRecord(CoverageRecord, stored);
  return { accountId, ranges: [], lastPollAt: null };
}

/** What the imports brought, the first import first. */
export async function readReceipts(tx: AnyTransaction, accountId: string): Promise<Receipt[]> {
  const stored = await tx.objectStore('receipts').getAll(keysOf(accountId));
  return stored
    .map((value) => parseRecord(ReceiptRecord, value).receipt)
    .toSorted((a, b) => a.importedAt - b.importedAt);
}

/** A batch of live streams with indices of its own, and which of them repeat another. */
export interface TailBatch {
  dataset: Dataset;
  /** By row: 0 for a row that readers see. */
  doubles: Uint8Array;
}

/** In the order of arrival. */
export async function readTail(tx: AnyTransaction, accountId: string): Promise<TailBatch[]> {
  const stored = await tx.objectStore('tail').getAll(keysOf(accountId));
  return stored.map((value) => {
    const { columns, dictionary, doubles } = parseRecord(TailRecord, value);
    const dataset = { columns: decodeColumns(columns), ...decodeDictionary(dictionary) };
    return { dataset, doubles };
  });
}

/** The records from ordinal `from` (inclusive) to `to` (exclusive). */
export async function readSegmentRecords(
  tx: AnyTransaction,
  store: 'segments' | 'shadows',
  accountId: string,
  from: number,
  to: number,
): Promise<SegmentRecord[]> {
  // A key range without keys would be an error.
  if (from >= to) return [];
  const ordinals = IDBKeyRange.bound([accountId, from], [accountId, to - 1]);
  const stored = await tx.objectStore(store).getAll(ordinals);
  return stored.map((value) => parseRecord(SegmentRecord, value));
}

/** @throws AppError `history/damaged` when there is none. */
export async function readSegmentRecord(
  tx: AnyTransaction,
  accountId: string,
  ordinal: number,
): Promise<SegmentRecord> {
  return parseRecord(SegmentRecord, await tx.objectStore('segments').get([accountId, ordinal]));
}

export async function readDictionary(
  tx: AnyTransaction,
  accountId: string,
): Promise<{ dictionary: Dictionary; metadata: Metadata }> {
  const stored = await readStoredDictionary(tx, accountId);
  return stored ? decodeDictionary(stored) : emptyDataset();
}

/** Null while there is none. */
export async function readStoredDictionary(
  tx: AnyTransaction,
  accountId: string,
): Promise<StoredDictionary | null> {
  const store = tx.objectStore('dictionaries');
  const parts: unknown[] = await Promise.all(
    DICTIONARY_PARTS.map((part) => store.get([accountId, part])),
  );
  if (parts.every((part) => part === undefined)) return null;
  const entries = DICTIONARY_PARTS.map((part, i) => [part, valueOf(parts[i])]);
  return parseRecord(StoredDictionary, Object.fromEntries(entries));
}

export async function writeDictionary(
  tx: WriteTransaction,
  accountId: string,
  { dictionary, metadata }: Dataset,
): Promise<void> {
  const encoded = encodeDictionary(dictionary, metadata);
  for (const part of DICTIONARY_PARTS) {
    await tx.objectStore('dictionaries').put({ accountId, part, value: encoded[part] });
  }
}

function valueOf(record: unknown): unknown {
  return typeof record === 'object' && record !== null && 'value' in record ? record.value : null;
}
