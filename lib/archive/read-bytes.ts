/** The one way from a file on the disk into memory: what the disk no longer gives has its own error. */
import { AppError } from '../domain/app-error.ts';

/** @throws AppError `archive/gone` when the file was changed, moved or deleted since it was handed in. */
export async function readBytes(
  blob: Blob,
  start: number,
  end: number,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await blob.slice(start, end).arrayBuffer());
  } catch (cause) {
    throw new AppError('archive/gone', {}, { cause });
  }
}
