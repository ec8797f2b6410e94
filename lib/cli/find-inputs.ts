/** Files and folders named at the terminal, as what an import takes. */
import { openAsBlob } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import type { ArchiveInput } from '../archive/export-file.ts';

/**
 * A folder stands for all files in it; their bytes are read when they are needed.
 *
 * @throws what the file system says of a path that cannot be read.
 */
export async function findInputs(paths: readonly string[]): Promise<ArchiveInput[]> {
  const inputs: ArchiveInput[] = [];
  for (const path of paths) {
    if ((await stat(path)).isDirectory()) inputs.push(...(await openFolder(path)));
    else inputs.push({ name: basename(path), blob: await openAsBlob(path) });
  }
  return inputs;
}

/** In the order of their paths, so that messages about them do not change from run to run. */
async function openFolder(folder: string): Promise<ArchiveInput[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).toSorted();
  return Promise.all(
    paths.map(async (path) => ({
      name: basename(path),
      path: relative(join(folder, '..'), path).replaceAll(sep, '/'),
      blob: await openAsBlob(path),
    })),
  );
}
