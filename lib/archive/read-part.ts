/** Unpacks one file into memory, natively and in steps, and no further than it may grow. */
import { AppError } from '../domain/app-error.ts';
import { throwIfCancelled } from './cancel.ts';
import { crc32Of } from './crc32.ts';
import type { FilePart } from './export-file.ts';
import { isBomb, MAX_FILE_BYTES } from './limits.ts';
import { readBytes } from './read-bytes.ts';

export interface ReadPartOptions {
  signal?: AbortSignal | undefined;
  /** Told how many more packed bytes have been read. */
  onBytes?: ((packedBytes: number) => void) | undefined;
  /**
   * The bytes of an earlier file, no longer needed: written over if they are long enough. A new
   * buffer for each file would have the collector run after each.
   */
  reuse?: Uint8Array<ArrayBuffer> | undefined;
  /** Packed bytes unpacked at a time. */
  stepBytes?: number;
}

/**
 * Unless the caller says otherwise: each step tells progress and can be cancelled. Smaller ones cost time
 * (64 kB: a third more); and Chromium unpacks all of a step at once, so that a bomb whose directory
 * lies still comes to 270 MB before it is noticed.
 */
const STEP_BYTES = 1 << 18;

/**
 * Packed bytes read at a time: all of a real file. In Chromium each read goes through three threads of
 * two processes: reading step by step took a quarter of the time that unpacking takes.
 */
const READ_BYTES = 1 << 22;

/** Buffers come in multiples of this. */
const BUFFER_BYTES = 1 << 20;

/**
 * The whole file, checked against the length and the CRC-32 of its zip: a deflated one by the browser
 * as it unpacks, a stored one here.
 *
 * @throws AppError `archive/too-large`, `archive/cancelled`; `archive/unreadable-file` when it is
 * damaged; `archive/gone` when the disk no longer gives it.
 */
export async function readPart(
  part: FilePart,
  { signal, onBytes, reuse, stepBytes = STEP_BYTES }: ReadPartOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  if (part.bytes > MAX_FILE_BYTES || isBomb(part.blob.size, part.bytes)) throw tooLarge();
  try {
    const packed = readSteps(part, stepBytes, signal, onBytes);
    const stream =
      part.packing === 'none' ? packed : packed.pipeThrough(new DecompressionStream('gzip'));
    const bytes = await collect(stream, allocate(part.bytes, reuse));
    if (part.packing === 'none' && part.crc32 !== null && crc32Of(bytes) !== part.crc32) {
      throw damaged();
    }
    return bytes;
  } catch (thrown) {
    throwIfCancelled(signal);
    if (thrown instanceof AppError) throw thrown;
    throw damaged(thrown);
  }
}

/**
 * The packed bytes. Deflated ones come as gzip, which is the same between another head and tail: so
 * the browser itself checks CRC-32 and length (RFC 1952).
 */
function readSteps(
  { blob, packing, crc32, bytes }: FilePart,
  stepBytes: number,
  signal: AbortSignal | undefined,
  onBytes: ((packedBytes: number) => void) | undefined,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const isDeflated = packing === 'deflate';
  let readTo = 0;
  let waiting = new Uint8Array();
  return new ReadableStream({
    start(controller) {
      if (isDeflated) controller.enqueue(new Uint8Array(GZIP_HEAD));
    },
    async pull(controller) {
      throwIfCancelled(signal);
      if (waiting.length === 0 && readTo < blob.size) {
        waiting = await readBytes(blob, readTo, readTo + READ_BYTES);
        readTo += waiting.length;
      }
      const step = waiting.subarray(0, stepBytes);
      if (step.length > 0) {
        waiting = waiting.subarray(step.length);
        onBytes?.(step.length);
        controller.enqueue(step);
        return;
      }
      if (isDeflated) controller.enqueue(createGzipTail(crc32 ?? 0, bytes));
      controller.close();
    },
  });
}

const GZIP_HEAD = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff];

function createGzipTail(crc32: number, bytes: number): Uint8Array<ArrayBuffer> {
  const tail = new DataView(new ArrayBuffer(8));
  tail.setUint32(0, crc32, true);
  tail.setUint32(4, bytes, true);
  return new Uint8Array(tail.buffer);
}

function allocate(length: number, reuse?: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const buffer = reuse?.buffer;
  // A little room, so that the files of an export, all about as long, fit into each other's place.
  const bytes = Math.ceil(length / BUFFER_BYTES) * BUFFER_BYTES;
  return new Uint8Array(
    buffer && buffer.byteLength >= length ? buffer : new ArrayBuffer(bytes),
    0,
    length,
  );
}

/** Fills `all`, and takes neither more nor less than was promised. */
async function collect(
  stream: ReadableStream<Uint8Array>,
  all: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  let at = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    if (at + value.length > all.length) {
      await reader.cancel();
      throw damaged();
    }
    all.set(value, at);
    at += value.length;
  }
  if (at < all.length) throw damaged();
  return all;
}

function tooLarge(): AppError {
  return new AppError('archive/too-large');
}

function damaged(cause?: unknown): AppError {
  return new AppError('archive/unreadable-file', { detail: 'damaged in the zip' }, { cause });
}
