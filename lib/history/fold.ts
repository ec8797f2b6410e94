/** Seals the tail: its rows go into the segments, its names into the dictionary. Readers see no change. */
import { type Columns, ESTIMATED, pickRows, sliceColumns } from '../dataset/columns.ts';
import { mergeDatasets } from '../dataset/dataset.ts';
import { readAccount, readSegments, readTail, writeDictionary } from './account-store.ts';
import type { SegmentRecord } from './records.ts';
import { keysOf, type WriteTransaction } from './schema.ts';
import { encodeColumns, SEGMENT_ROWS } from './segment-codec.ts';

/** Needs a transaction over `DATA_STORES`. */
export async function foldTail(tx: WriteTransaction, accountId: string): Promise<void> {
  const account = await readAccount(tx, accountId);
  const tail = await readTail(tx, accountId);
  if (tail.length === 0) return;
  const earliest = Math.min(...tail.map(({ columns }) => columns.endedAt[0]!));
  // Full segments that end before the tail begins stay as they are.
  const isOpen = ({ rows, lastAt }: { rows: number; lastAt: number }) =>
    rows < SEGMENT_ROWS || lastAt >= earliest;
  const found = account.segments.findIndex(isOpen);
  const start = found < 0 ? account.segments.length : found;

  const sealed = await readSegments(tx, accountId, start, account.segments.length);
  const merged = mergeDatasets(sealed, tail);
  const columns = withoutCopies(merged.columns);
  const segments = account.segments.slice(0, start);
  for (let row = 0; row < columns.rows; row += SEGMENT_ROWS) {
    const slice = sliceColumns(columns, row, Math.min(row + SEGMENT_ROWS, columns.rows));
    const ordinal = segments.length;
    const record: SegmentRecord = { accountId, ordinal, columns: encodeColumns(slice) };
    await tx.objectStore('segments').put(record);
    const { rows, endedAt } = slice;
    segments.push({ rows, firstAt: endedAt[0]!, lastAt: endedAt[rows - 1]! });
  }
  await writeDictionary(tx, accountId, merged);
  await tx.objectStore('tail').delete(keysOf(accountId));
  await tx.objectStore('accounts').put({ ...account, segments, tailRecords: 0 });
}

/** The very same live row, handed in again long after: readers never saw the second. */
function withoutCopies(columns: Columns): Columns {
  const { rows, endedAt, track, quality } = columns;
  const isCopy = (row: number) =>
    row > 0 &&
    quality[row] === ESTIMATED &&
    quality[row - 1] === ESTIMATED &&
    endedAt[row] === endedAt[row - 1] &&
    track[row] === track[row - 1];
  const order = Uint32Array.from({ length: rows }, (_, row) => row).filter((row) => !isCopy(row));
  return order.length === rows ? columns : pickRows(columns, order);
}
