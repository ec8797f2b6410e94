/** Brings an account's streams into memory: segments and tail, as one, in time order. */
import { firstRowFrom } from '../dataset/columns.ts';
import { type Dataset, emptyDataset, mergeDatasets, sliceDataset } from '../dataset/dataset.ts';
import { withoutDoubles } from '../dataset/merge-exports.ts';
import { doAtOnce, type Steps } from '../domain/steps.ts';
import type { TimeRange } from '../domain/time-range.ts';
import {
  readAccount,
  readSegmentRecords,
  readStoredDictionary,
  readTail,
  type TailBatch,
} from './account-store.ts';
import { decodeDictionary, type StoredDictionary } from './dictionary-codec.ts';
import type { AccountRecord, SegmentRecord } from './records.ts';
import type { AnyTransaction, StoreName } from './schema.ts';
import { joinInSteps } from './segment-codec.ts';

/** Where an account's rows stand. */
export const DATA_STORES: StoreName[] = ['accounts', 'segments', 'shadows', 'tail', 'dictionaries'];

/** What is stored of a range, as it is stored. */
export interface RangeRecords {
  range: TimeRange | null;
  dictionary: StoredDictionary | null;
  segments: SegmentRecord[];
  tail: TailBatch[];
}

/** Of the streams that ended in the range; of all without one. */
export async function readRange(
  tx: AnyTransaction,
  accountId: string,
  range: TimeRange | null,
): Promise<RangeRecords> {
  const { segments: headers } = await readAccount(tx, accountId);
  const from = range ? headers.filter(({ lastAt }) => lastAt < range.from).length : 0;
  const to = range ? headers.filter(({ firstAt }) => firstAt < range.to).length : headers.length;
  const [dictionary, segments, tail] = await Promise.all([
    readStoredDictionary(tx, accountId),
    readSegmentRecords(tx, 'segments', accountId, from, to),
    readTail(tx, accountId),
  ]);
  return { range, dictionary, segments, tail };
}

/** The streams as readers see them. Needs no transaction any more. */
export function* unpackRange({ range, dictionary, segments, tail }: RangeRecords): Steps<Dataset> {
  const columns = yield* joinInSteps(segments.map(({ columns: stored }) => stored));
  const words = dictionary ? decodeDictionary(dictionary) : emptyDataset();
  yield;
  const dataset = mergeDatasets(
    { ...words, columns },
    tail.map(({ dataset: live, doubles }) => withoutDoubles(live, doubles)),
  );
  if (!range) return dataset;
  const first = firstRowFrom(dataset.columns, range.from);
  return sliceDataset(dataset, first, Math.max(first, firstRowFrom(dataset.columns, range.to)));
}

async function loadRange(
  tx: AnyTransaction,
  accountId: string,
  range: TimeRange | null,
): Promise<Dataset> {
  return doAtOnce(unpackRange(await readRange(tx, accountId, range)));
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

function newest(dataset: Dataset, limit: number): Dataset {
  const { rows } = dataset.columns;
  return sliceDataset(dataset, Math.max(0, rows - limit), rows);
}
