/** Accounts for every row of an export that was read into a history of its own. */
import type { FileFailure } from '../archive/export-file.ts';
import type { RowBatch } from '../archive/row-batch.ts';
import type { Dataset } from '../dataset/dataset.ts';
import { KINDS } from '../domain/stream-codes.ts';
import { formatDay, formatMoment } from '../stats/local-dates.ts';
import { rowDays } from '../stats/row-days.ts';
import type { StatisticsReceipt } from '../stats/statistics-schema.ts';
import { timeZoneTable } from '../stats/time-zone.ts';

const MAX_NAMED_ROWS = 100;
const MUSIC = KINDS.indexOf('music');
const UNKNOWN = KINDS.indexOf('unknown');

export interface ReadFile {
  path: string;
  batch: RowBatch;
}

interface Import {
  files: readonly ReadFile[];
  /** Playlists and libraries: files that were read as well, and have no streams. */
  otherFiles: number;
  failures: readonly FileFailure[];
  /** What was kept. */
  dataset: Dataset;
  /** Rows another row stood for. */
  alreadyKnown: number;
  /** IANA name: whose years are counted. */
  timeZone: string;
}

export function writeReceipt(made: Import): StatisticsReceipt {
  const { files, otherFiles, failures, dataset, alreadyKnown } = made;
  const { rows, endedAt } = dataset.columns;
  const [music, unknown] = [countKind(dataset, MUSIC), countKind(dataset, UNKNOWN)];
  return {
    files: files.length + otherFiles + failures.length,
    rowsRead: files.reduce((sum, { batch }) => sum + batch.rowsRead, 0),
    new: music,
    alreadyKnown,
    upgraded: 0,
    notMusic: rows - music - unknown,
    withoutName: unknown,
    unreadable: files.reduce((sum, { batch }) => sum + batch.rejectedRows, 0),
    unreadableRows: files.flatMap(nameRejections).slice(0, MAX_NAMED_ROWS),
    unusableFiles: failures.map(({ path, error }) => ({ file: path, code: error.code })),
    firstStream: rows > 0 ? formatMoment(endedAt[0]!) : null,
    lastStream: rows > 0 ? formatMoment(endedAt[rows - 1]!) : null,
    years: countYears(dataset, made.timeZone),
  };
}

function countKind({ columns, dictionary }: Dataset, kind: number): number {
  return columns.track.filter((track) => dictionary.tracks.kind[track] === kind).length;
}

function nameRejections({ path, batch }: ReadFile): StatisticsReceipt['unreadableRows'] {
  return batch.rejections.map(({ row, problem }) => ({ file: path, row, reason: problem }));
}

function countYears(dataset: Dataset, timeZone: string): StatisticsReceipt['years'] {
  const streamsOfDay = new Map<number, number>();
  for (const day of rowDays(dataset, timeZoneTable(timeZone))) {
    streamsOfDay.set(day, (streamsOfDay.get(day) ?? 0) + 1);
  }
  const years = new Map<number, number>();
  for (const [day, streams] of streamsOfDay) {
    const year = Number(formatDay(day).slice(0, 4));
    years.set(year, (years.get(year) ?? 0) + streams);
  }
  return [...years].toSorted(([a], [b]) => a - b).map(([year, streams]) => ({ year, streams }));
}
