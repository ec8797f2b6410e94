/** Reads the files of an import one after the other: the second stage, and the way into the folder. */
import { AppError } from '../domain/app-error.ts';
import type { Library, Playlist } from '../domain/library.ts';
import { throwIfCancelled } from './cancel.ts';
import type { ExportFile, FileFailure } from './export-file.ts';
import { parseLibrary } from './parse-library.ts';
import { parsePlaylists } from './parse-playlists.ts';
import { createStreamParser } from './parse-streams.ts';
import type { PartReader } from './part-reader.ts';
import { readPart } from './read-part.ts';
import type { RowBatch } from './row-batch.ts';

/** What one file came to. */
export type FileContent =
  | { type: 'streams'; path: string; batch: RowBatch }
  | { type: 'playlists'; path: string; playlists: Playlist[]; unreadable: number }
  | { type: 'library'; path: string; library: Library; unreadable: number }
  | ({ type: 'failure' } & FileFailure);

export interface ArchiveProgress {
  /** Packed bytes read so far; the listing has the total. */
  packedBytes: number;
  /** Rows of streaming histories parsed so far, rejected ones included. */
  rows: number;
}

export interface ReadArchiveOptions {
  signal?: AbortSignal;
  onProgress?: (progress: ArchiveProgress) => void;
  /** Another way to unpack a file, in a worker for instance; must throw what `readPart` throws. */
  readPart?: PartReader;
}

/**
 * The content of each file, in the order given. The next file is being unpacked while the consumer
 * has the present one; never are more than two in memory. A file that cannot be used as a whole
 * comes as a failure.
 *
 * @throws AppError `archive/cancelled`.
 */
export async function* readArchive(
  files: readonly ExportFile[],
  options: ReadArchiveOptions = {},
): AsyncGenerator<FileContent, void, undefined> {
  const parseStreams = createStreamParser();
  const progress: ArchiveProgress = { packedBytes: 0, rows: 0 };
  const report = () => options.onProgress?.({ ...progress });
  // Leaving the loop early stops the reading ahead as well.
  const leaving = new AbortController();
  const signal = options.signal
    ? AbortSignal.any([options.signal, leaving.signal])
    : leaving.signal;
  const read = options.readPart ?? readPart;
  let reuse: Uint8Array<ArrayBuffer> | undefined;
  const unpack = async ({ part }: ExportFile) => {
    let left = part.blob.size;
    const onBytes = (packedBytes: number) => {
      left -= packedBytes;
      progress.packedBytes += packedBytes;
      report();
    };
    const unpacked = await settle(read(part, { signal, onBytes, reuse }));
    // What a damaged file has left unread is behind us as well.
    progress.packedBytes += left;
    return unpacked;
  };

  try {
    let ahead: Promise<Unpacked> | undefined;
    for (const [place, file] of files.entries()) {
      const unpacked = await (ahead ?? unpack(file));
      throwIfCancelled(signal);
      const next = files[place + 1];
      ahead = next && unpack(next);
      const content = readContent(file, unpacked, parseStreams);
      reuse = 'bytes' in unpacked ? unpacked.bytes : undefined;
      if (content.type === 'streams') progress.rows += content.batch.rowsRead;
      report();
      yield content;
      throwIfCancelled(signal);
    }
  } finally {
    leaving.abort();
  }
}

type Unpacked = { bytes: Uint8Array<ArrayBuffer> } | { thrown: unknown };

/** A rejection must not be unhandled while the file before is still with the consumer. */
async function settle(reading: Promise<Uint8Array<ArrayBuffer>>): Promise<Unpacked> {
  try {
    return { bytes: await reading };
  } catch (thrown) {
    return { thrown };
  }
}

function readContent(
  { path, kind }: ExportFile,
  unpacked: Unpacked,
  parseStreams: (bytes: Uint8Array<ArrayBuffer>) => RowBatch,
): FileContent {
  try {
    if ('thrown' in unpacked) throw unpacked.thrown;
    const { bytes } = unpacked;
    if (kind === 'streams') return { type: 'streams', path, batch: parseStreams(bytes) };
    if (kind === 'playlists') return { type: 'playlists', path, ...parsePlaylists(bytes) };
    return { type: 'library', path, ...parseLibrary(bytes) };
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
    return { type: 'failure', path, error: thrown };
  }
}
