/** From what a person dropped or chose to files with the places they lay in. */
import { AppError } from '../../domain/app-error.ts';
import type { HandedIn } from './import-protocol.ts';

/** Of an `<input type="file">`; of a folder with the paths below it. */
export function pickChosen(files: Iterable<File>): HandedIn[] {
  return [...files].map((file) => toHandedIn(file, file.webkitRelativePath));
}

/**
 * Files and folders, as deep as they go. Must be called in the course of the drop, which gives
 * nothing away afterwards; what it returns reads the folders, and fails with AppError `archive/gone`
 * where something is no longer there.
 */
export function pickDropped(items: Iterable<DataTransferItem>): () => Promise<HandedIn[]> {
  const entries = [...items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  return async () => {
    try {
      return (await Promise.all(entries.map((entry) => readEntry(entry, true)))).flat();
    } catch (cause) {
      throw new AppError('archive/gone', {}, { cause });
    }
  };
}

async function readEntry(entry: FileSystemEntry, byItself: boolean): Promise<HandedIn[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return [toHandedIn(file, byItself ? '' : entry.fullPath.replace(/^\//, ''))];
  }
  if (!isFolder(entry)) return [];
  const reader = entry.createReader();
  const found: HandedIn[] = [];
  for (;;) {
    // A folder comes in pieces; an empty one says that there are no more.
    const piece = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (piece.length === 0) return found;
    for (const inner of piece) {
      // One by one: as arguments of one call, a hundred thousand are too many.
      for (const file of await readEntry(inner, false)) found.push(file);
    }
  }
}

function toHandedIn(file: File, path: string): HandedIn {
  return path === '' ? { name: file.name, blob: file } : { name: file.name, path, blob: file };
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
