/** Gathers the files of an import as they are read, and accounts for each: all but the merging. */
import type { FileFailure } from '../archive/export-file.ts';
import type { FileContent } from '../archive/read-archive.ts';
import type { RowBatch } from '../archive/row-batch.ts';
import { createBatchCollector } from '../dataset/gather-batches.ts';
import { AppError, toErrorRecord } from '../domain/app-error.ts';
import type { Library, Playlist } from '../domain/library.ts';
import { MAX_NAMED_ROWS, type Receipt, type UnreadableRow } from '../domain/receipt.ts';
import type { TimeRange } from '../domain/time-range.ts';
import type { ImportedFiles } from '../history/add-import.ts';
import { addRange } from '../history/coverage.ts';
import { timeZoneTable, toLocal } from '../stats/time-zone.ts';
import { joinStretches, stretchOf, widen } from './import-coverage.ts';

export interface ImportCollector {
  add: (content: FileContent) => void;
  /** `timeZone` (IANA) has the years. @throws AppError the first failure's when no file could be used. */
  finish: (about: Pick<Receipt, 'importId' | 'importedAt'>, timeZone: string) => ImportedFiles;
}

/** `failures` are files that could not even be listed. */
export function createImportCollector(failures: readonly FileFailure[]): ImportCollector {
  const batches = createBatchCollector();
  const failed = [...failures];
  const files: Receipt['files'] = [];
  const unreadableRows: UnreadableRow[] = [];
  const playlists: Playlist[] = [];
  let library: Library | null = null;
  let told: TimeRange | null = null;
  const stretches: ReturnType<typeof stretchOf>[] = [];
  /** What files of our own say that they cover. */
  const claimed: TimeRange[] = [];

  function addStreams(path: string, batch: RowBatch): void {
    const { rowsRead, rejectedRows, rejections } = batch;
    batches.add(batch);
    files.push({ path, kind: 'streams', rows: rowsRead, unreadable: rejectedRows });
    for (const { row, problem } of rejections) {
      if (unreadableRows.length < MAX_NAMED_ROWS) unreadableRows.push({ path, row, problem });
    }
    told = widen(told, batch.endedAt);
    stretches.push(stretchOf(path, batch));
    claimed.push(...(batch.covered ?? []));
  }

  return {
    add(content) {
      const { type, path } = content;
      if (type === 'streams') return addStreams(path, content.batch);
      if (type === 'failure') {
        failed.push(content);
        return;
      }
      const { unreadable } = content;
      if (type === 'playlists') {
        playlists.push(...content.playlists);
        files.push({ path, kind: type, rows: content.playlists.length + unreadable, unreadable });
      } else {
        const { saved, banned } = content.library;
        library = {
          saved: [...(library?.saved ?? []), ...saved],
          banned: [...(library?.banned ?? []), ...banned],
        };
        files.push({
          path,
          kind: type,
          rows: saved.length + banned.length + unreadable,
          unreadable,
        });
      }
    },

    finish({ importId, importedAt }, timeZone) {
      if (files.length === 0) throw failed[0]?.error ?? new AppError('archive/nothing-found');
      const histories = files.filter(({ kind }) => kind === 'streams');
      const joined = joinStretches(
        stretches.filter((stretch) => stretch !== null),
        failed.map(({ path }) => path),
      );
      const receipt = {
        importId,
        importedAt,
        files,
        failures: failed.map(({ path, error }) => ({ path, error: toErrorRecord(error) })),
        rows: histories.reduce((sum, file) => sum + file.rows, 0),
        unreadable: histories.reduce((sum, file) => sum + file.unreadable, 0),
        unreadableRows,
        firstAt: told?.from ?? null,
        lastAt: told?.to ?? null,
        covered: claimed.reduce(addRange, joined),
      };
      // The same file may have been handed in loose and in a zip.
      const distinct = new Map(playlists.map((playlist) => [JSON.stringify(playlist), playlist]));
      const zone = timeZoneTable(timeZone);
      return {
        dataset: batches.build(),
        playlists: [...distinct.values()],
        library,
        receipt,
        yearOf: (at) => new Date(toLocal(zone, at)).getUTCFullYear(),
      };
    },
  };
}
