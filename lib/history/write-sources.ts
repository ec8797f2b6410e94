/** Merges all rows of an account by the five rules, and writes what comes of it in place of what was. */
import { type Columns, ESTIMATED, sliceColumns } from '../dataset/columns.ts';
import { findDoubles } from '../dataset/merge-live.ts';
import { writeDictionary } from './account-store.ts';
import type { AccountRecord, SegmentRecord } from './records.ts';
import { encodeRuns } from './runs.ts';
import { keysOf, type WriteTransaction } from './schema.ts';
import { encodeColumns, SEGMENT_ROWS } from './segment-codec.ts';
import { pickSources, type SourceRows } from './source-rows.ts';

export interface Merged {
  account: AccountRecord;
  /** By source row: 0 for a row that readers see, else which rule hides it. */
  doubles: Uint8Array;
}

/** Needs a transaction over `DATA_STORES`. */
export async function writeSources(
  tx: WriteTransaction,
  before: AccountRecord,
  sources: SourceRows,
): Promise<Merged> {
  const { accountId } = before;
  const doubles = findDoubles(sources.dataset);
  const { visible, hidden } = divide(sources, doubles);
  for (const store of ['segments', 'shadows', 'tail'] as const) {
    await tx.objectStore(store).delete(keysOf(accountId));
  }
  await writeDictionary(tx, accountId, sources.dataset);
  const segments = await writeRows(tx, 'segments', accountId, 0, visible);
  const shadows = await writeRows(tx, 'shadows', accountId, 0, hidden);
  const { rows, endedAt } = visible.dataset.columns;
  const account: AccountRecord = {
    accountId,
    revision: before.revision + 1,
    segments,
    shadows: shadows.length,
    tailRecords: 0,
    origins: sources.origins.map((ids) => [...ids]),
    exportsTo: lastExport(sources.dataset.columns),
    streams: rows,
    firstAt: endedAt[0] ?? null,
    lastAt: endedAt[rows - 1] ?? null,
  };
  await tx.objectStore('accounts').put(account);
  return { account, doubles };
}

function divide(sources: SourceRows, doubles: Uint8Array) {
  const rows = (isHidden: boolean) => {
    const order = new Uint32Array(doubles.length);
    let count = 0;
    for (let row = 0; row < doubles.length; row++) {
      if ((doubles[row] !== 0) === isHidden) order[count++] = row;
    }
    return count === doubles.length ? sources : pickSources(sources, order.subarray(0, count));
  };
  return { visible: rows(false), hidden: rows(true) };
}

/** In chunks from `ordinal` on; gives a header for each. */
export async function writeRows(
  tx: WriteTransaction,
  store: 'segments' | 'shadows',
  accountId: string,
  ordinal: number,
  { dataset, origin }: Pick<SourceRows, 'dataset' | 'origin'>,
): Promise<AccountRecord['segments']> {
  const headers: AccountRecord['segments'] = [];
  const writing: Promise<unknown>[] = [];
  const { columns } = dataset;
  for (let from = 0; from < columns.rows; from += SEGMENT_ROWS) {
    const to = Math.min(from + SEGMENT_ROWS, columns.rows);
    const slice = sliceColumns(columns, from, to);
    const record: SegmentRecord = {
      accountId,
      ordinal: ordinal + headers.length,
      columns: encodeColumns(slice),
      origin: encodeRuns(origin.subarray(from, to)),
    };
    writing.push(tx.objectStore(store).put(record));
    headers.push({ rows: to - from, firstAt: slice.endedAt[0]!, lastAt: slice.endedAt.at(-1)! });
  }
  // One is written while the next is packed.
  await Promise.all(writing);
  return headers;
}

function lastExport({ rows, quality, endedAt }: Columns): number | null {
  for (let row = rows - 1; row >= 0; row--) {
    if (quality[row] !== ESTIMATED) return endedAt[row]!;
  }
  return null;
}
