/** Reads and writes an account's records in a transaction of the caller's. */
import { joinColumns } from '../dataset/columns.ts';
import { type Dataset, emptyDataset } from '../dataset/dataset.ts';
import type { Dictionary, Metadata } from '../dataset/dictionary.ts';
import {
  decodeDictionary,
  DICTIONARY_PARTS,
  encodeDictionary,
  StoredDictionary,
} from './dictionary-codec.ts';
import { NO_LIVE_PLAYS } from './live-plays.ts';
import {
  AccountRecord,
  CoverageRecord,
  LiveRecord,
  parseRecord,
  SegmentRecord,
  TailRecord,
} from './records.ts';
import { type AnyTransaction, keysOf, type WriteTransaction } from './schema.ts';
import { decodeColumns } from './segment-codec.ts';

export async function readAccount(tx: AnyTransaction, accountId: string): Promise<AccountRecord> {
  const stored = await tx.objectStore('accounts').get(accountId);
  if (stored !== undefined) return parseRecord(AccountRecord, stored);
  return { accountId, segments: [], tailRecords: 0, streams: 0, firstAt: null, lastAt: null };
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

/** Batches of live streams, in the order of arrival, each with indices of its own. */
export async function readTail(tx: AnyTransaction, accountId: string): Promise<Dataset[]> {
  const stored = await tx.objectStore('tail').getAll(keysOf(accountId));
  return stored.map((value) => {
    const record = parseRecord(TailRecord, value);
    const { dictionary, metadata } = decodeDictionary(record.dictionary);
    return { columns: decodeColumns(record.columns), dictionary, metadata };
  });
}

/** The sealed rows of segments `from` (inclusive) to `to` (exclusive), with the whole dictionary. */
export async function readSegments(
  tx: AnyTransaction,
  accountId: string,
  from: number,
  to: number,
): Promise<Dataset> {
  // A key range without keys would be an error.
  const ordinals = from < to ? IDBKeyRange.bound([accountId, from], [accountId, to - 1]) : null;
  const [dictionary, segments] = await Promise.all([
    readDictionary(tx, accountId),
    ordinals ? tx.objectStore('segments').getAll(ordinals) : [],
  ]);
  const parts = segments.map((value) => decodeColumns(parseRecord(SegmentRecord, value).columns));
  return { columns: joinColumns(parts), ...dictionary };
}

async function readDictionary(
  tx: AnyTransaction,
  accountId: string,
): Promise<{ dictionary: Dictionary; metadata: Metadata }> {
  const store = tx.objectStore('dictionaries');
  const parts: unknown[] = await Promise.all(
    DICTIONARY_PARTS.map((part) => store.get([accountId, part])),
  );
  if (parts.every((part) => part === undefined)) return emptyDataset();
  const entries = DICTIONARY_PARTS.map((part, i) => [part, valueOf(parts[i])]);
  return decodeDictionary(parseRecord(StoredDictionary, Object.fromEntries(entries)));
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
