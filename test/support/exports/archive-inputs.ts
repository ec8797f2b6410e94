/** Hands generated files to the archive reader as the browser would. */
import type { ArchiveInput } from '../../../lib/archive/export-file.ts';

export function asInput(name: string, content: string | Uint8Array<ArrayBuffer>): ArchiveInput {
  return { name, blob: new Blob([content]) };
}

/** A file of a folder that was dropped. */
export function asFolderInput(
  path: string,
  content: string | Uint8Array<ArrayBuffer>,
): ArchiveInput {
  return { ...asInput(path.split('/').at(-1)!, content), path };
}
