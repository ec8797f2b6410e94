/** Keeps what the Web API said besides: each answer in a small chunk, joined when there are many. */
import { applyDetails } from '../dataset/apply-details.ts';
import type { Dataset } from '../dataset/dataset.ts';
import { mergeDetails } from '../dataset/merge-details.ts';
import { countDetails, type Details } from '../domain/details.ts';
import { decodeDetails, encodeDetails } from './details-codec.ts';
import { DetailHeadRecord, DetailsRecord, parseRecord } from './records.ts';
import { type AnyTransaction, keysOf, type StoreName, type WriteTransaction } from './schema.ts';

export const DETAIL_STORES: StoreName[] = ['details', 'detailHeads'];

/** A chunk that speaks of so many things stays as it is. */
const FULL_CHUNK = 1000;
/** So many chunks that are not full are joined to one: reading many small ones is slow. */
const MOST_SMALL = 16;

export async function readDetailHead(
  tx: AnyTransaction,
  accountId: string,
): Promise<DetailHeadRecord> {
  const stored = await tx.objectStore('detailHeads').get(accountId);
  if (stored === undefined) return { accountId, revision: 0, chunks: [] };
  return parseRecord(DetailHeadRecord, stored);
}

/** Needs a transaction over `DETAIL_STORES`. */
export async function readDetails(tx: AnyTransaction, accountId: string): Promise<Details> {
  return readChunks(tx, keysOf(accountId));
}

/** The dataset with all that is known of its music. */
export function withDetails(dataset: Dataset, details: Details): Dataset {
  const metadata = applyDetails(dataset.dictionary, dataset.metadata, details);
  return metadata === dataset.metadata ? dataset : { ...dataset, metadata };
}

/**
 * Adds an answer, however much is known already. Needs a transaction over `DETAIL_STORES` and
 * `accounts`: of an account that was deleted meanwhile nothing is kept.
 */
export async function noteDetails(
  tx: WriteTransaction,
  accountId: string,
  details: Details,
): Promise<void> {
  const size = countDetails(details);
  if (size === 0 || !(await tx.objectStore('accounts').getKey(accountId))) return;
  const { revision, chunks } = await readDetailHead(tx, accountId);
  const grown = [...chunks, size];
  await putChunk(tx, accountId, chunks.length, details);
  const start = grown.findLastIndex((things) => things >= FULL_CHUNK) + 1;
  const isDue = grown.length - start >= MOST_SMALL;
  const record: DetailHeadRecord = {
    accountId,
    revision: revision + 1,
    chunks: isDue ? await joinChunks(tx, accountId, grown, start) : grown,
  };
  await tx.objectStore('detailHeads').put(record);
}

async function joinChunks(
  tx: WriteTransaction,
  accountId: string,
  chunks: readonly number[],
  start: number,
): Promise<number[]> {
  const keys = IDBKeyRange.bound([accountId, start], [accountId, chunks.length - 1]);
  const joined = await readChunks(tx, keys);
  await tx.objectStore('details').delete(keys);
  await putChunk(tx, accountId, start, joined);
  return [...chunks.slice(0, start), countDetails(joined)];
}

async function putChunk(
  tx: WriteTransaction,
  accountId: string,
  ordinal: number,
  details: Details,
): Promise<void> {
  const record: DetailsRecord = { accountId, ordinal, details: encodeDetails(details) };
  await tx.objectStore('details').put(record);
}

async function readChunks(tx: AnyTransaction, keys: IDBKeyRange): Promise<Details> {
  const stored = await tx.objectStore('details').getAll(keys);
  return mergeDetails(
    stored.map((value) => decodeDetails(parseRecord(DetailsRecord, value).details)),
  );
}
