/** The bytes of one streaming-history file, extended or account data, as a batch of streams. */
import { AppError } from '../domain/app-error.ts';
import { addAccountRow } from './account-row.ts';
import { addExtendedRow } from './extended-row.ts';
import { createExtendedScanner } from './extended-scanner.ts';
import { isJsonObject, type JsonObject, RowRejected } from './json-values.ts';
import { parseJson } from './parse-json.ts';
import { type RowBatch, RowBatchBuilder, type RowProblem } from './row-batch.ts';

/**
 * A parser for the files of one import. Content decides between the two histories, whatever the
 * file's name. Every row is either in the batch or among its rejections.
 *
 * The parser throws AppError `archive/unreadable-file` when a file as a whole cannot be used.
 */
export function createStreamParser(): (bytes: Uint8Array<ArrayBuffer>) => RowBatch {
  const scanExtended = createExtendedScanner();
  return (bytes) => scanExtended(bytes) ?? parseStreamsSlowly(bytes);
}

/** The same by `JSON.parse`: for any file the scanner gives up, and the yardstick of its tests. */
export function parseStreamsSlowly(bytes: Uint8Array<ArrayBuffer>): RowBatch {
  const rows = parseJson(bytes);
  if (!Array.isArray(rows)) throw notAHistory();
  const isAccountData = recogniseRows(rows);
  const addRow = isAccountData ? addAccountRow : addExtendedRow;
  const batch = new RowBatchBuilder();
  rows.forEach((row: unknown, place) => {
    const problem = isJsonObject(row) ? tryRow(addRow, row, batch) : 'not-an-object';
    if (problem) batch.reject(place, problem);
  });
  return batch.finish(isAccountData ? 'minute' : 'measured');
}

function isAccountRow(row: unknown): boolean {
  return isJsonObject(row) && 'endTime' in row && 'msPlayed' in row;
}

function isExtendedRow(row: unknown): boolean {
  return isJsonObject(row) && 'ts' in row && 'ms_played' in row;
}

/** True for account data, false for the extended history. An empty file is a history too. */
function recogniseRows(rows: readonly unknown[]): boolean {
  const first = rows.find((row) => isAccountRow(row) || isExtendedRow(row));
  if (first === undefined && rows.length > 0) throw notAHistory();
  return isAccountRow(first);
}

function tryRow(
  addRow: (row: JsonObject, batch: RowBatchBuilder) => void,
  row: JsonObject,
  batch: RowBatchBuilder,
): RowProblem | null {
  try {
    addRow(row, batch);
    return null;
  } catch (thrown) {
    if (thrown instanceof RowRejected) return thrown.problem;
    throw thrown;
  }
}

function notAHistory(): AppError {
  return new AppError('archive/unreadable-file', { detail: 'not a streaming history' });
}
