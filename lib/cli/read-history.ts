/** Reads all files of an export into one history in memory, with an account of every row. */
import { listArchive } from '../archive/list-archive.ts';
import { type ArchiveProgress, readArchive } from '../archive/read-archive.ts';
import type { ArchiveInput } from '../archive/export-file.ts';
import type { Dataset } from '../dataset/dataset.ts';
import { gatherBatches } from '../dataset/gather-batches.ts';
import { mergeExports } from '../dataset/merge-exports.ts';
import { AppError } from '../domain/app-error.ts';
import type { Playlist } from '../domain/library.ts';
import type { StatisticsReceipt } from '../stats/statistics-schema.ts';
import { type ReadFile, writeReceipt } from './write-receipt.ts';

export interface ReadHistory {
  dataset: Dataset;
  playlists: Playlist[];
  receipt: StatisticsReceipt;
}

/**
 * @param timeZone whose years the receipt counts by.
 * @throws AppError the first failure's when no file of a history could be read, or
 * `archive/nothing-found` without one.
 */
export async function readHistory(
  inputs: readonly ArchiveInput[],
  timeZone: string,
  onProgress?: (progress: ArchiveProgress) => void,
): Promise<ReadHistory> {
  const listing = await listArchive(inputs);
  const files: ReadFile[] = [];
  const playlists: Playlist[] = [];
  const failures = [...listing.failures];
  let otherFiles = 0;
  const options = onProgress ? { onProgress } : {};
  for await (const content of readArchive(listing.files, options)) {
    if (content.type === 'streams') files.push({ path: content.path, batch: content.batch });
    else if (content.type === 'failure') {
      failures.push({ path: content.path, error: content.error });
    } else otherFiles++;
    if (content.type === 'playlists') playlists.push(...content.playlists);
  }
  if (files.length === 0) throw failures[0]?.error ?? new AppError('archive/nothing-found');
  const all = gatherBatches(files.map(({ batch }) => batch));
  const { dataset, doubles } = mergeExports(all);
  const alreadyKnown = doubles.filter((double) => double !== 0).length;
  const receipt = writeReceipt({
    files,
    otherFiles,
    failures,
    dataset,
    alreadyKnown,
    timeZone,
  });
  return { dataset, playlists, receipt };
}
