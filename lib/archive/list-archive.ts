/** Finds the files of use among everything handed in: the first stage of an import. */
import { AppError } from '../domain/app-error.ts';
import { throwIfCancelled } from './cancel.ts';
import type { ArchiveInput, ExportFile, FileFailure, FilePart } from './export-file.ts';
import { MAX_NESTED_BYTES, MAX_TOTAL_BYTES, NESTED_STEP_BYTES } from './limits.ts';
import { readPart } from './read-part.ts';
import { isZipName, recogniseName } from './recognise-name.ts';
import { listZipEntries, looksLikeZip } from './zip-entries.ts';

export interface ArchiveListing {
  files: ExportFile[];
  /** What looked like ours and cannot be used. */
  failures: FileFailure[];
  /** Packed bytes of all files: what progress counts up to. */
  packedBytes: number;
}

interface ListOptions {
  signal?: AbortSignal;
  /** How many bytes zips within zips may have, all those together that must be unpacked. */
  maxNestedBytes?: number;
}

/** A listing on its way. */
interface Listing extends Omit<ArchiveListing, 'packedBytes'> {
  nestedBytesLeft: number;
  /** Of what all files may come to; below zero there is nothing more to list. */
  bytesLeft: number;
}

/**
 * Looks at names and at the directories of zips, also of zips within a zip; opens nothing else.
 *
 * @throws AppError the first failure's when no file at all can be used, or `archive/nothing-found`
 * without one; `archive/too-large` for all of it together; `archive/cancelled`.
 */
export async function listArchive(
  inputs: readonly ArchiveInput[],
  { signal, maxNestedBytes = MAX_NESTED_BYTES }: ListOptions = {},
): Promise<ArchiveListing> {
  const listing: Listing = {
    files: [],
    failures: [],
    nestedBytesLeft: maxNestedBytes,
    bytesLeft: MAX_TOTAL_BYTES,
  };
  for (const input of inputs) {
    const path = input.path ?? input.name;
    await noteFailure(listing, path, signal, () => listInput(listing, input, path, signal));
  }
  const { files, failures } = listing;
  if (files.length === 0) throw failures[0]?.error ?? new AppError('archive/nothing-found');
  const packedBytes = files.reduce((sum, { part }) => sum + part.blob.size, 0);
  return { files, failures, packedBytes };
}

async function listInput(
  listing: Listing,
  { blob, path: pathInFolder }: ArchiveInput,
  path: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  const kind = recogniseName(path);
  if (kind) {
    const part = { blob, packing: 'none', crc32: null, bytes: blob.size } as const;
    addFile(listing, { path, kind, part });
    return;
  }
  // Of a folder only what is named like a zip is looked into; what is handed in by itself may be one.
  if (!isZipName(path) && pathInFolder !== undefined) return;
  if (await looksLikeZip(blob)) return listZip(listing, blob, path, signal, 0);
  if (!path.toLowerCase().endsWith('.json')) throw new AppError('archive/not-a-zip');
}

async function listZip(
  listing: Listing,
  zip: Blob,
  zipPath: string,
  signal: AbortSignal | undefined,
  depth: number,
): Promise<void> {
  const wanted = (await listZipEntries(zip)).filter(
    ({ path }) => recogniseName(path) !== null || isZipName(path),
  );
  const locate = inAdvance(wanted, (entry) => entry.locate());
  for (const [place, entry] of wanted.entries()) {
    throwIfCancelled(signal);
    const kind = recogniseName(entry.path);
    const isInnerZip = kind === null;
    const path = `${zipPath}/${entry.path}`;
    await noteFailure(listing, path, signal, async () => {
      if (isInnerZip && depth > 0) {
        throw new AppError('archive/unreadable-file', { detail: 'a zip in a zip in a zip' });
      }
      const part = await locate(place);
      if (kind) {
        addFile(listing, { path, kind, part });
        return;
      }
      const inner = await openNested(listing, part, signal);
      await listZip(listing, inner, path, signal, depth + 1);
    });
  }
}

/** How many files are looked for at once: each look is short, but goes through other processes. */
const LOOKS_AHEAD = 16;

/** What `act` gives for the item at a place, begun when one of the sixteen before was asked for. */
function inAdvance<Item, Result>(
  items: readonly Item[],
  act: (item: Item) => Promise<Result>,
): (place: number) => Promise<Result> {
  const begun: Promise<Result>[] = [];
  return (place) => {
    for (const item of items.slice(begun.length, place + LOOKS_AHEAD)) {
      const result = act(item);
      // One that fails is heard of when it is asked for, if ever.
      result.catch(() => undefined);
      begun.push(result);
    }
    return begun[place]!;
  };
}

function addFile(listing: Listing, file: ExportFile): void {
  listing.files.push(file);
  listing.bytesLeft -= file.part.bytes;
}

/**
 * A zip within a zip. A stored one stays where it is: its own files have checksums. Of the others each
 * is counted before it is unpacked, which `readPart` does no further than its length was said to be.
 */
async function openNested(
  listing: Listing,
  part: FilePart,
  signal: AbortSignal | undefined,
): Promise<Blob> {
  if (part.packing === 'none') return part.blob;
  if (part.bytes > listing.nestedBytesLeft) {
    throw new AppError('archive/too-large', { detail: 'zips within the zip' });
  }
  listing.nestedBytesLeft -= part.bytes;
  return new Blob([await readPart(part, { signal, stepBytes: NESTED_STEP_BYTES })]);
}

/** What goes wrong with one file does not concern the others; all together may be too much. */
async function noteFailure(
  listing: Listing,
  path: string,
  signal: AbortSignal | undefined,
  list: () => Promise<void>,
): Promise<void> {
  throwIfCancelled(signal);
  try {
    await list();
  } catch (thrown) {
    throwIfCancelled(signal);
    if (!(thrown instanceof AppError)) throw thrown;
    listing.failures.push({ path, error: thrown });
  }
  if (listing.bytesLeft < 0) throw new AppError('archive/too-large');
}
