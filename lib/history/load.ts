/** Brings an account's streams into memory: segments and tail, as one, in time order. */
import { firstRowFrom } from '../dataset/columns.ts';
import { type Dataset, mergeDatasets, sliceDataset } from '../dataset/dataset.ts';
import type { TimeRange } from '../domain/time-range.ts';
import { readAccount, readSegments, readTail } from './account-store.ts';
import { withoutDoubles } from './live-doubles.ts';
import type { AccountRecord } from './records.ts';
import type { AnyTransaction, StoreName } from './schema.ts';

/** What `readAll` and `loadRange` read. */
export const DATA_STORES: StoreName[] = ['accounts', 'segments', 'tail', 'dictionaries'];

/**
 * Whether a live row repeats another depends on those before it; a chain of plays of one track,
 * each within 30 s of the next, does not last a day.
 */
const CHAIN_MS = 86_400_000;

/** Everything, repeated live rows included. */
export async function readAll(tx: AnyTransaction, accountId: string): Promise<Dataset> {
  const { segments } = await readAccount(tx, accountId);
  return readRows(tx, accountId, 0, segments.length);
}

/** The streams that ended in the range (all without one), repeated live rows left out. */
export async function loadRange(
  tx: AnyTransaction,
  accountId: string,
  range: TimeRange | null,
): Promise<Dataset> {
  if (!range) return withoutDoubles(await readAll(tx, accountId));
  const { segments } = await readAccount(tx, accountId);
  const from = segments.filter(({ lastAt }) => lastAt < range.from - CHAIN_MS).length;
  const to = segments.filter(({ firstAt }) => firstAt < range.to).length;
  const dataset = withoutDoubles(await readRows(tx, accountId, from, to));
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

async function readRows(
  tx: AnyTransaction,
  accountId: string,
  from: number,
  to: number,
): Promise<Dataset> {
  const [sealed, tail] = await Promise.all([
    readSegments(tx, accountId, from, to),
    readTail(tx, accountId),
  ]);
  return mergeDatasets(sealed, tail);
}

function newest(dataset: Dataset, limit: number): Dataset {
  const { rows } = dataset.columns;
  return sliceDataset(dataset, Math.max(0, rows - limit), rows);
}
