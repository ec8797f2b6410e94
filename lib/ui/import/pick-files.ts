/** From what a person dropped or chose to files with the places they lay in. */
import type { HandedIn } from './import-protocol.ts';

/** Of an `<input type="file">`; of a folder with the paths below it. */
export function pickChosen(files: Iterable<File>): HandedIn[] {
  return [...files].map((file) => toHandedIn(file, file.webkitRelativePath));
}

/**
 * Files and folders, as deep as they go. Must be called in the course of the drop, which gives
 * nothing away afterwards; what it returns reads the folders.
 */
export function pickDropped(items: Iterable<DataTransferItem>): () => Promise<HandedIn[]> {
  const entries = [...items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  return async () => (await Promise.all(entries.map((entry) => readEntry(entry, true)))).flat();
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
    for (const inner of piece) found.push(...(await readEntry(inner, false)));
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
