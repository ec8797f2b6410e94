/** Reads single files of an export: unpacks one, and makes of it what it says. */
import { AppError } from '../domain/app-error.ts';
import type { Library, Playlist } from '../domain/library.ts';
import type { ExportFile, FileFailure } from './export-file.ts';
import { parseLibrary } from './parse-library.ts';
import { parsePlaylists } from './parse-playlists.ts';
import { readPart, type ReadPartOptions } from './read-part.ts';
import type { RowBatch } from './row-batch.ts';

/** What one file came to. */
export type FileContent =
  | { type: 'streams'; path: string; batch: RowBatch }
  | { type: 'playlists'; path: string; playlists: Playlist[]; unreadable: number }
  | { type: 'library'; path: string; library: Library; unreadable: number }
  | ({ type: 'failure' } & FileFailure);

export type ReadFileOptions = Pick<ReadPartOptions, 'signal' | 'onBytes'>;

/**
 * Reads one file at a time, whoever does it. A file that cannot be used as a whole is a failure, and
 * rejects nothing.
 *
 * @throws AppError `archive/cancelled`.
 */
export type ExportFileReader = (
  file: ExportFile,
  options?: ReadFileOptions,
) => Promise<FileContent>;

/** `parseStreams` is of `createStreamParser`; readers may share one. */
export function createFileReader(
  parseStreams: (bytes: Uint8Array<ArrayBuffer>) => RowBatch,
): ExportFileReader {
  let reuse: Uint8Array<ArrayBuffer> | undefined;

  function parse({ path, kind }: ExportFile, bytes: Uint8Array<ArrayBuffer>): FileContent {
    if (kind === 'streams') return { type: 'streams', path, batch: parseStreams(bytes) };
    if (kind === 'playlists') return { type: 'playlists', path, ...parsePlaylists(bytes) };
    return { type: 'library', path, ...parseLibrary(bytes) };
  }

  return async (file, options = {}) => {
    try {
      const bytes = await readPart(file.part, { ...options, reuse });
      reuse = bytes;
      return parse(file, bytes);
    } catch (thrown) {
      if (!(thrown instanceof AppError) || thrown.code === 'archive/cancelled') throw thrown;
      return { type: 'failure', path: file.path, error: thrown };
    }
  };
}
