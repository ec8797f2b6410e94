/** Brings an account's streams into memory: segments and tail, as one, in time order. */
import { firstRowFrom } from '../dataset/columns.ts';
import { type Dataset, mergeDatasets, sliceDataset } from '../dataset/dataset.ts';
import { withoutDoubles } from '../dataset/merge-exports.ts';
import type { TimeRange } from '../domain/time-range.ts';
import { readAccount, readDictionary, readSegmentRecords, readTail } from './account-store.ts';
import type { AccountRecord } from './records.ts';
import type { AnyTransaction, StoreName } from './schema.ts';
import { joinStored } from './segment-codec.ts';

/** Where an account's rows stand. */
export const DATA_STORES: StoreName[] = ['accounts', 'segments', 'shadows', 'tail', 'dictionaries'];

/** The streams that ended in the range; all without one. */
export async function loadRange(
  tx: AnyTransaction,
  accountId: string,
  range: TimeRange | null,
): Promise<Dataset> {
  const { segments } = await readAccount(tx, accountId);
  if (!range) return readRows(tx, accountId, 0, segments.length);
  const from = segments.filter(({ lastAt }) => lastAt < range.from).length;
  const to = segments.filter(({ firstAt }) => firstAt < range.to).length;
  const dataset = await readRows(tx, accountId, from, to);
  const { columns } = dataset;
  const first = firstRowFrom(columns, range.from);
  return sliceDataset(dataset, first, Math.max(first, firstRowFrom(columns, range.to)));
}

/** The newest streams, newest last, at most `limit`; the whole dictionary with them. */
export async function loadNewest(
  tx: AnyTransaction,
  account: AccountRecord,
  limit: number,
): Promise<Dataset> {
  const { accountId, segments } = account;
  for (let ordinal = segments.length - 1; ordinal > 0; ordinal--) {
    const range = { from: segments[ordinal]!.firstAt, to: Infinity };
    const dataset = await loadRange(tx, accountId, range);
    if (dataset.columns.rows >= limit) return newest(dataset, limit);
  }
  return newest(await loadRange(tx, accountId, null), limit);
}

/** Segments `from` (inclusive) to `to` (exclusive) and the tail, as readers see them. */
async function readRows(
  tx: AnyTransaction,
  accountId: string,
  from: number,
  to: number,
): Promise<Dataset> {
  const [dictionary, segments, tail] = await Promise.all([
    readDictionary(tx, accountId),
    readSegmentRecords(tx, 'segments', accountId, from, to),
    readTail(tx, accountId),
  ]);
  const columns = joinStored(segments.map(({ columns: stored }) => stored));
  return mergeDatasets(
    { columns, ...dictionary },
    tail.map(({ dataset, doubles }) => withoutDoubles(dataset, doubles)),
  );
}

function newest(dataset: Dataset, limit: number): Dataset {
  const { rows } = dataset.columns;
  return sliceDataset(dataset, Math.max(0, rows - limit), rows);
}
