/** Looks for secrets in a browser's profile, whatever files it keeps there. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The files below `folder` that hold one of the texts, as UTF-8 or UTF-16. A piece from the middle of
 * each is looked for too: a database may cut or compress around it.
 */
export function findInFolder(folder: string, texts: readonly string[]): string[] {
  const needles = texts.flatMap((text) => {
    const middle = Math.floor(text.length / 2);
    const piece = text.slice(Math.max(0, middle - 10), middle + 10);
    return [Buffer.from(piece, 'utf8'), Buffer.from(piece, 'utf16le')];
  });
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => {
    const file = join(folder, path);
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return false;
    const bytes = readFileSync(file);
    return needles.some((needle) => bytes.includes(needle));
  });
}
