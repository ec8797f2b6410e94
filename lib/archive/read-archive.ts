/** Reads the files of an import, two at a time: the second stage, and the way into the folder. */
import { throwIfCancelled } from './cancel.ts';
import type { ExportFile } from './export-file.ts';
import { createFileReader, type ExportFileReader, type FileContent } from './file-reader.ts';
import { createStreamParser } from './parse-streams.ts';

export interface ArchiveProgress {
  /** Packed bytes read so far; the listing has the total. */
  packedBytes: number;
  /** Rows of streaming histories parsed so far, rejected ones included. */
  rows: number;
}

export interface ReadArchiveOptions {
  signal?: AbortSignal;
  onProgress?: (progress: ArchiveProgress) => void;
  /** Gives the second reader, which may work elsewhere, for one that works here. */
  assist?: (own: ExportFileReader) => ExportFileReader;
}

/**
 * The content of each file, in the order given. Two readers take the next file whenever they are
 * free, so that one is unpacked while the other is parsed; never are more than two in memory. A file
 * that cannot be used as a whole comes as a failure.
 *
 * @throws AppError `archive/cancelled`.
 */
export async function* readArchive(
  files: readonly ExportFile[],
  { signal: cancel, onProgress, assist }: ReadArchiveOptions = {},
): AsyncGenerator<FileContent, void, undefined> {
  const parseStreams = createStreamParser();
  const second = createFileReader(parseStreams);
  const readers = [createFileReader(parseStreams), assist ? assist(second) : second];
  const progress: ArchiveProgress = { packedBytes: 0, rows: 0 };
  const report = () => onProgress?.({ ...progress });
  // Leaving the loop early stops the readers as well.
  const leaving = new AbortController();
  const signal = cancel ? AbortSignal.any([cancel, leaving.signal]) : leaving.signal;

  async function read(reader: ExportFileReader, file: ExportFile): Promise<FileContent> {
    let left = file.part.blob.size;
    const onBytes = (packedBytes: number) => {
      left -= packedBytes;
      progress.packedBytes += packedBytes;
      report();
    };
    const content = await reader(file, { signal, onBytes });
    // What a damaged file has left unread is behind us as well.
    progress.packedBytes += left;
    return content;
  }

  const contents = files.map(() => Promise.withResolvers<FileContent>());
  // Those that nobody waits for any more are rejected as well.
  for (const { promise } of contents) promise.catch(() => undefined);
  const places = files.keys();
  async function work(reader: ExportFileReader): Promise<void> {
    for (const place of places) {
      const { resolve, reject } = contents[place]!;
      await read(reader, files[place]!).then(resolve, reject);
    }
  }

  for (const reader of readers) void work(reader);
  try {
    for (const place of files.keys()) {
      const content = await contents[place]!.promise;
      // Each is the consumer's alone: all of them together would be the whole import once more.
      contents[place] = Promise.withResolvers();
      throwIfCancelled(signal);
      if (content.type === 'streams') progress.rows += content.batch.rowsRead;
      report();
      yield content;
      throwIfCancelled(signal);
    }
  } finally {
    leaving.abort();
  }
}
