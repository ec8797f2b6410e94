/** Seals the tail: its rows go into the segments, its names into the dictionary. Readers see no change. */
import { sliceColumns } from '../dataset/columns.ts';
import { joinDatasets } from '../dataset/dataset.ts';
import { orderRows } from '../dataset/row-order.ts';
import {
  readAccount,
  readDictionary,
  readSegmentRecords,
  readTail,
  writeDictionary,
} from './account-store.ts';
import { LIVE_ONLY } from './origins.ts';
import { joinRuns } from './runs.ts';
import { keysOf, type WriteTransaction } from './schema.ts';
import { joinStored, SEGMENT_ROWS } from './segment-codec.ts';
import { pickSources, type SourceRows, sourceRows, VISIBLE } from './source-rows.ts';
import { divideTail } from './tail-rows.ts';
import { writeRows } from './write-sources.ts';

/** Needs a transaction over `DATA_STORES`. */
export async function foldTail(tx: WriteTransaction, accountId: string): Promise<void> {
  const account = await readAccount(tx, accountId);
  const tail = await readTail(tx, accountId);
  if (tail.length === 0) return;
  const { visible, hidden } = divideTail(tail);
  const earliest = Math.min(...visible.map(({ columns }) => columns.endedAt[0] ?? Infinity));
  // Full segments that end before the tail begins stay as they are.
  const isOpen = ({ rows, lastAt }: { rows: number; lastAt: number }) =>
    rows < SEGMENT_ROWS || lastAt >= earliest;
  const found = account.segments.findIndex(isOpen);
  const start = found < 0 ? account.segments.length : found;

  const [dictionary, open] = await Promise.all([
    readDictionary(tx, accountId),
    readSegmentRecords(tx, 'segments', accountId, start, account.segments.length),
  ]);
  const columns = joinStored(open.map(({ columns: stored }) => stored));
  const joined = joinDatasets({ columns, ...dictionary }, [...visible, ...hidden]);
  const hiddenRows = hidden.reduce((rows, dataset) => rows + dataset.columns.rows, 0);
  const visibleRows = joined.columns.rows - hiddenRows;
  const part = (from: number, to: number): SourceRows => {
    const dataset = { ...joined, columns: sliceColumns(joined.columns, from, to) };
    return { ...sourceRows(dataset, VISIBLE), origins: LIVE_ONLY };
  };

  const sealed = part(0, visibleRows);
  sealed.origin.set(joinRuns(open.map(({ origin }) => origin)));
  const order = orderRows(sealed.dataset.columns, joined.dictionary);
  const inOrder = order ? pickSources(sealed, order) : sealed;
  const segments = await writeRows(tx, 'segments', accountId, start, inOrder);
  const repeats = part(visibleRows, joined.columns.rows);
  const shadows = await writeRows(tx, 'shadows', accountId, account.shadows, repeats);
  await writeDictionary(tx, accountId, joined);
  await tx.objectStore('tail').delete(keysOf(accountId));
  await tx.objectStore('accounts').put({
    ...account,
    segments: [...account.segments.slice(0, start), ...segments],
    shadows: account.shadows + shadows.length,
    tailRecords: 0,
  });
}
