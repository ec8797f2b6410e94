/** Brings an account's streams into memory: segments and tail, as one, in time order. */
import { allocateColumns, firstRowFrom } from '../dataset/columns.ts';
import { type Dataset, emptyDataset, mergeDatasets, sliceDataset } from '../dataset/dataset.ts';
import { withoutDoubles } from '../dataset/merge-exports.ts';
import { AppError } from '../domain/app-error.ts';
import type { Steps } from '../domain/steps.ts';
import type { TimeRange } from '../domain/time-range.ts';
import {
  readAccount,
  readSegmentRecord,
  readStoredDictionary,
  readTail,
  type TailBatch,
} from './account-store.ts';
import { decodeDictionary, type StoredDictionary } from './dictionary-codec.ts';
import type { AccountRecord, SegmentRecord } from './records.ts';
import type { AnyTransaction, StoreName } from './schema.ts';
import { joinInSteps, unpackInto } from './segment-codec.ts';

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
  const { dictionary, segments, tail } = await askForRange(tx, accountId, range);
  return {
    range,
    dictionary: await dictionary,
    segments: await Promise.all(segments),
    tail: await tail,
  };
}

/** The streams as readers see them. Needs no transaction any more. */
export function* unpackRange({ range, dictionary, segments, tail }: RangeRecords): Steps<Dataset> {
  const columns = yield* joinInSteps(segments.map(({ columns: stored }) => stored));
  const words = dictionary ? decodeDictionary(dictionary) : emptyDataset();
  yield;
  return finish({ ...words, columns }, tail, range);
}

/**
 * The same in one go: each record is unpacked while the next ones are still on their way.
 *
 * @throws AppError `history/damaged`.
 */
export async function loadRange(
  tx: AnyTransaction,
  accountId: string,
  range: TimeRange | null,
): Promise<Dataset> {
  const { headers, dictionary, segments, tail } = await askForRange(tx, accountId, range);
  const written = await dictionary;
  const words = written ? decodeDictionary(written) : emptyDataset();
  const columns = allocateColumns(headers.reduce((sum, { rows }) => sum + rows, 0));
  let at = 0;
  for (const [place, segment] of segments.entries()) {
    const { columns: stored } = await segment;
    const { rows } = headers[place]!;
    if (stored.rows !== rows) throw new AppError('history/damaged', { detail: 'rows' });
    unpackInto(columns, at, stored);
    at += rows;
  }
  return finish({ ...words, columns }, await tail, range);
}

/** All requests at once, in the order in which the answers come. */
async function askForRange(tx: AnyTransaction, accountId: string, range: TimeRange | null) {
  const { segments: all } = await readAccount(tx, accountId);
  const from = range ? all.filter(({ lastAt }) => lastAt < range.from).length : 0;
  const to = range ? all.filter(({ firstAt }) => firstAt < range.to).length : all.length;
  const headers = all.slice(from, to);
  const asked = {
    headers,
    dictionary: readStoredDictionary(tx, accountId),
    segments: headers.map((_, place) => readSegmentRecord(tx, accountId, from + place)),
    tail: readTail(tx, accountId),
  };
  // Who meets a damaged record asks for none behind it; those fail with the transaction, unheard.
  void Promise.allSettled([asked.dictionary, ...asked.segments, asked.tail]);
  return asked;
}

function finish(stored: Dataset, tail: readonly TailBatch[], range: TimeRange | null): Dataset {
  const dataset = mergeDatasets(
    stored,
    tail.map(({ dataset: live, doubles }) => withoutDoubles(live, doubles)),
  );
  if (!range) return dataset;
  const first = firstRowFrom(dataset.columns, range.from);
  return sliceDataset(dataset, first, Math.max(first, firstRowFrom(dataset.columns, range.to)));
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
