/** The one way from a file on the disk into memory: what the disk no longer gives has its own error. */
import { AppError } from '../domain/app-error.ts';

/** @throws AppError `archive/gone` when the file was changed, moved or deleted since it was handed in. */
export async function readBytes(
  blob: Blob,
  start: number,
  end: number,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    // Cut only where it must be: Chromium tells its main process of each piece, and waits for it.
    const isAll = start === 0 && end >= blob.size;
    return new Uint8Array(await (isAll ? blob : blob.slice(start, end)).arrayBuffer());
  } catch (cause) {
    throw new AppError('archive/gone', {}, { cause });
  }
}
