/** Writes generated rows the way Spotify does: text with one key a line, files in a folder of a zip. */
import { configure, TextReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import { generateExtendedRows, type ExtendedRow } from './extended-rows.ts';

configure({ useWebWorkers: false });

/** A real file holds about this many rows, 12 MB. */
export const ROWS_PER_FILE = 15_700;

/** One file of an export: `[ {`, one key a line, `}, {`, `} ]`. */
export function formatRows(rows: Iterable<object>): string {
  const records: string[] = [];
  for (const row of rows) {
    const lines = Object.entries(row).map(
      ([key, value]) => `  "${key}" : ${JSON.stringify(value)}`,
    );
    records.push(`{\n${lines.join(',\n')}\n}`);
  }
  return records.length === 0 ? '[ ]' : `[ ${records.join(', ')} ]`;
}

export interface ExportTextFile {
  path: string;
  text: string;
}

/** The extended history of `count` streams as files, one at a time, named as Spotify names them. */
export function* generateExportFiles(
  seed: number,
  count: number,
  longestPauseMs?: number,
): Generator<ExportTextFile> {
  const rows = generateExtendedRows(seed, count, longestPauseMs);
  for (let place = 0, written = 0; written < count; place++) {
    const part: ExtendedRow[] = [];
    while (part.length < ROWS_PER_FILE && written < count) {
      part.push(rows.next().value as ExtendedRow);
      written++;
    }
    const years = [...new Set([part[0]!, part.at(-1)!].map((row) => row.ts.slice(0, 4)))].join('-');
    const path = `Spotify Extended Streaming History/Streaming_History_Audio_${years}_${place}.json`;
    yield { path, text: formatRows(part) };
  }
}

/** A zip of these files, deflated, in memory. `password` locks every file. */
export async function writeZip(
  files: Iterable<{ path: string; text: string } | { path: string; bytes: Uint8Array }>,
  options: { password?: string; level?: number } = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const zip = new ZipWriter(new Uint8ArrayWriter(), { level: 6, ...options });
  for (const file of files) {
    const content =
      'text' in file ? new TextReader(file.text) : new Blob([file.bytes.slice()]).stream();
    await zip.add(file.path, content);
  }
  return zip.close();
}

const packed = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

/**
 * The zip Spotify sends for `count` streams: the same bytes of JSON for the same seed. Tests ask for
 * the same few large ones again and again, so each is packed once, and handed out as a copy.
 */
export async function writeExportZip(
  seed: number,
  count: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const key = `${seed} ${count}`;
  const zip = packed.get(key) ?? writeZip(generateExportFiles(seed, count));
  packed.set(key, zip);
  return (await zip).slice();
}
