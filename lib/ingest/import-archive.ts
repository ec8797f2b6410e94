/** Reads what a person handed in, and hands it to the history all at once: the whole of an import. */
import type { ArchiveInput } from '../archive/export-file.ts';
import { listArchive } from '../archive/list-archive.ts';
import type { PartReader } from '../archive/part-reader.ts';
import { type FileContent, readArchive } from '../archive/read-archive.ts';
import { AppError } from '../domain/app-error.ts';
import { IMPORT_LOCK } from '../domain/import-lock.ts';
import type { Receipt } from '../domain/receipt.ts';
import type { History } from '../history/history.ts';
import { createImportCollector } from './collect-import.ts';

export interface ImportProgress {
  /** `reading` until the last file; `writing` can no longer be watched, and takes a moment. */
  stage: 'reading' | 'writing';
  /** Packed bytes, of `totalBytes`. */
  packedBytes: number;
  totalBytes: number;
  files: number;
  totalFiles: number;
  /** Rows of histories parsed so far. */
  rows: number;
}

export interface ImportOptions {
  inputs: readonly ArchiveInput[];
  /** Whose listening it is; `IMPORTED_ACCOUNT_ID` when nobody says. */
  accountId: string;
  history: Pick<History, 'addImport'>;
  locks: Pick<LockManager, 'request'>;
  now: () => number;
  /** IANA name: whose years the receipt counts by. */
  timeZone: string;
  onProgress?: (progress: ImportProgress) => void;
  signal?: AbortSignal;
  /** Another way to unpack a file. */
  readPart?: PartReader;
}

/**
 * Nothing is written before all files are read, and then everything in one transaction: whatever ends
 * an import before its receipt leaves the history as it was. A file that cannot be used as a whole
 * stands in the receipt, and the others are kept.
 *
 * @throws AppError `archive/in-progress` while another import runs; `archive/…` when nothing at all
 * can be used; `archive/cancelled`; `history/…`.
 */
export async function importArchive(options: ImportOptions): Promise<Receipt> {
  return options.locks.request(IMPORT_LOCK, { ifAvailable: true }, (lock) => {
    if (!lock) throw new AppError('archive/in-progress');
    return importInLock(options);
  });
}

async function importInLock(options: ImportOptions): Promise<Receipt> {
  const { inputs, accountId, history, timeZone, onProgress, signal, readPart } = options;
  const listing = await listArchive(inputs, signal ? { signal } : {});
  const { files, packedBytes: totalBytes } = listing;
  const collector = createImportCollector(listing.failures);
  const progress: ImportProgress = {
    stage: 'reading',
    packedBytes: 0,
    totalBytes,
    files: 0,
    totalFiles: files.length,
    rows: 0,
  };
  const report = (change: Partial<ImportProgress>) => {
    onProgress?.(Object.assign(progress, change));
  };
  const contents: AsyncIterable<FileContent> = readArchive(files, {
    onProgress: report,
    ...(signal ? { signal } : {}),
    ...(readPart ? { readPart } : {}),
  });
  for await (const content of contents) {
    collector.add(content);
    report({ files: progress.files + 1 });
  }
  const imported = collector.finish(
    { importId: crypto.randomUUID(), importedAt: options.now() },
    timeZone,
  );
  report({ stage: 'writing' });
  return history.addImport(accountId, imported, signal);
}
