/**
 * The directory of one zip: which files it holds, where, and how they are packed. zip.js reads the
 * directory only; files are unpacked by `readPart`.
 */
import {
  type Entry,
  type FileEntry,
  type Reader,
  ZipReader,
} from '@zip.js/zip.js/lib/zip-core-reader.js';
import { AppError } from '../domain/app-error.ts';
import type { FilePart } from './export-file.ts';
import { MAX_ENTRIES } from './limits.ts';
import { readBytes } from './read-bytes.ts';

const STORED = 0;
const DEFLATED = 8;
const LOCAL_HEADER_BYTES = 30;
const LOCAL_HEADER_SIGNATURE = 0x04034b50;
const END_SIGNATURE = 0x06054b50;
const END_BYTES = 22;
/** The longest comment behind the end: its length has 16 bits. */
const MAX_COMMENT_BYTES = 2 ** 16 - 1;

export interface ZipEntry {
  path: string;
  /**
   * @throws AppError `archive/encrypted`, `archive/truncated`, `archive/unreadable-file`, `archive/gone`;
   * `archive/too-large` when it runs into the next entry.
   */
  locate: () => Promise<FilePart>;
}

/**
 * True when it begins or ends like a zip, whatever its name: what stands before the first file is
 * nobody's business, as the directory is at the end.
 */
export async function looksLikeZip(blob: Blob): Promise<boolean> {
  if (blob.size < 4) return false;
  const signature = (await readView(blob, 0, 4)).getUint32(0, true);
  if (signature === LOCAL_HEADER_SIGNATURE || signature === END_SIGNATURE) return true;
  return endsLikeZip(blob);
}

/** The record at a zip's end says how long the comment behind it is. */
async function endsLikeZip(blob: Blob): Promise<boolean> {
  const first = Math.max(0, blob.size - END_BYTES - MAX_COMMENT_BYTES);
  const tail = await readView(blob, first, blob.size - first);
  for (let at = tail.byteLength - END_BYTES; at >= 0; at--) {
    if (tail.getUint32(at, true) !== END_SIGNATURE) continue;
    if (at + END_BYTES + tail.getUint16(at + 20, true) === tail.byteLength) return true;
  }
  return false;
}

/**
 * All files of a zip, without reading any.
 *
 * @throws AppError `archive/truncated` when its end is missing or its directory is damaged;
 * `archive/encrypted` when even the directory is; `archive/too-large` with too many entries, or with
 * entries that share bytes: so the same few stand for many files, in a bomb; `archive/gone`.
 */
export async function listZipEntries(zip: Blob): Promise<ZipEntry[]> {
  const entries: Entry[] = [];
  try {
    // Names lead nowhere here: nothing is ever written to a path.
    const reader = new ZipReader(createReader(zip), { filenameValidation: 'tolerant' });
    for await (const entry of reader.getEntriesGenerator()) {
      if (entries.length === MAX_ENTRIES) throw new AppError('archive/too-large');
      entries.push(entry);
    }
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown;
    const isEncrypted = thrown instanceof Error && /encrypted/i.test(thrown.message);
    const code = isEncrypted ? 'archive/encrypted' : 'archive/truncated';
    throw new AppError(code, {}, { cause: thrown });
  }
  const ends = findEnds(entries, zip.size);
  return entries.flatMap((entry) => {
    const locateIt = (file: FileEntry) => locate(zip, file, ends.get(entry) ?? 0);
    return entry.directory ? [] : [{ path: entry.filename, locate: () => locateIt(entry) }];
  });
}

/**
 * Where each entry has to end: where the next one begins. How long its own header is only the file
 * tells, so that `locate` looks once more; most that overlaps is found here.
 */
function findEnds(entries: readonly Entry[], zipBytes: number): Map<Entry, number> {
  const inPlace = entries.toSorted((a, b) => a.offset - b.offset);
  const ends = new Map<Entry, number>();
  for (const [place, entry] of inPlace.entries()) {
    const next = inPlace[place + 1];
    const leastEnd = entry.offset + LOCAL_HEADER_BYTES + entry.compressedSize;
    if (next && leastEnd > next.offset) throw overlapping();
    ends.set(entry, next?.offset ?? zipBytes);
  }
  return ends;
}

function overlapping(): AppError {
  return new AppError('archive/too-large', { detail: 'files share bytes of the zip' });
}

async function locate(zip: Blob, entry: FileEntry, end: number): Promise<FilePart> {
  if (entry.encrypted) throw new AppError('archive/encrypted');
  const { compressionMethod, offset, compressedSize, uncompressedSize, crc32 } = entry;
  if (compressionMethod !== STORED && compressionMethod !== DEFLATED) {
    throw new AppError('archive/unreadable-file', { detail: 'unknown packing' });
  }
  const header = offset + LOCAL_HEADER_BYTES;
  if (header > zip.size) throw new AppError('archive/truncated');
  const view = await readView(zip, offset, LOCAL_HEADER_BYTES);
  if (view.getUint32(0, true) !== LOCAL_HEADER_SIGNATURE) {
    throw new AppError('archive/unreadable-file', { detail: 'lost in the zip' });
  }
  const start = header + view.getUint16(26, true) + view.getUint16(28, true);
  if (start + compressedSize > zip.size) throw new AppError('archive/truncated');
  if (start + compressedSize > end) throw overlapping();
  return {
    blob: zip.slice(start, start + compressedSize),
    packing: compressionMethod === DEFLATED ? 'deflate' : 'none',
    crc32: crc32 ?? null,
    bytes: uncompressedSize,
  };
}

async function readView(blob: Blob, start: number, length: number): Promise<DataView> {
  return new DataView((await readBytes(blob, start, start + length)).buffer);
}

/** zip.js's own reader of blobs is in the half of the library that also writes. */
function createReader(blob: Blob): Reader<Blob> {
  const readUint8Array = (start: number, length: number) => readBytes(blob, start, start + length);
  const createReadable = () => blob.stream();
  return { size: blob.size, readable: createReadable(), readUint8Array, createReadable };
}
