/** Looks for secrets in a browser's profile, whatever files it keeps there. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The files below `folder` that hold one of the texts, as UTF-8 or UTF-16, or the bytes themselves. A
 * piece from the middle of each is looked for: a database may cut or compress around it.
 */
export function findInFolder(folder: string, texts: readonly (string | Buffer)[]): string[] {
  const hasOne = createSearch(
    texts.flatMap((text) => {
      const middle = Math.floor(text.length / 2);
      const piece = text.slice(Math.max(0, middle - 10), middle + 10);
      if (typeof piece !== 'string') return [piece];
      return [Buffer.from(piece, 'utf8'), Buffer.from(piece, 'utf16le')];
    }),
  );
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => {
    const file = join(folder, path);
    return statSync(file, { throwIfNoEntry: false })?.isFile() && hasOne(readFileSync(file));
  });
}

const FIRST_BYTES = 4;

/** Looks for hundreds of pieces in one pass. Each is at least four bytes long. */
function createSearch(pieces: readonly Buffer[]): (bytes: Buffer) => boolean {
  const byFirstBytes = Map.groupBy(pieces, (piece) => piece.readInt32LE());
  // Most places can be passed by at a glance.
  const mayBegin = new Uint8Array(2 ** 16);
  for (const first of byFirstBytes.keys()) mayBegin[glanceAt(first)] = 1;
  return (bytes) => {
    let first = 0;
    for (let end = 0; end < bytes.length; end++) {
      first = (first >>> 8) | (bytes[end]! << 24);
      if (mayBegin[glanceAt(first)] === 0) continue;
      const start = end + 1 - FIRST_BYTES;
      const found = byFirstBytes
        .get(first)
        ?.some((piece) => bytes.subarray(start, start + piece.length).equals(piece));
      if (found) return true;
    }
    return false;
  };
}

function glanceAt(firstBytes: number): number {
  return (firstBytes ^ (firstBytes >>> 16)) & 0xffff;
}
