/** Unpacks files with a helper as long as it answers, and here otherwise: nothing waits for a helper. */
import type { FilePart } from './export-file.ts';
import { readPart, type ReadPartOptions } from './read-part.ts';
import { connectPartReader, isReady, type Port } from './remote-part-reader.ts';

/** `readPart`, whoever does it. */
export type PartReader = (
  part: FilePart,
  options?: ReadPartOptions,
) => Promise<Uint8Array<ArrayBuffer>>;

export interface HelpedPartReader {
  /** Uses the other end of the port from its first sign of life on. */
  connect: (port: Port) => void;
  read: PartReader;
}

/** A helper tells of each quarter of a megabyte: one that says nothing for so long is gone. */
const LONGEST_SILENCE_MS = 10_000;

/**
 * A helper that never starts is never asked; one that falls silent in the middle of a file is not
 * asked again, and the file is read anew.
 */
export function createPartReader(longestSilenceMs = LONGEST_SILENCE_MS): HelpedPartReader {
  let helper: PartReader | null = null;

  async function readWith(
    remote: PartReader,
    part: FilePart,
    { signal, onBytes, reuse }: ReadPartOptions,
  ): Promise<Uint8Array<ArrayBuffer>> {
    const silence = new AbortController();
    const listen = () => setTimeout(() => silence.abort(), longestSilenceMs);
    let timer = listen();
    let told = 0;
    const onSign = (packedBytes: number) => {
      clearTimeout(timer);
      timer = listen();
      told += packedBytes;
      onBytes?.(packedBytes);
    };
    try {
      const either = signal ? AbortSignal.any([signal, silence.signal]) : silence.signal;
      return await remote(part, { signal: either, onBytes: onSign, reuse });
    } catch (thrown) {
      if (!silence.signal.aborted || signal?.aborted) throw thrown;
      helper = null;
      return readPart(part, { signal, onBytes: onBytes && afterFirst(told, onBytes) });
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    connect(port) {
      const remote = connectPartReader(port);
      port.addEventListener('message', ({ data }) => {
        if (isReady(data)) helper = remote;
      });
    },
    read: (part, options = {}) =>
      helper ? readWith(helper, part, options) : readPart(part, options),
  };
}

/** Progress without the bytes that were told of before. */
function afterFirst(told: number, onBytes: (packedBytes: number) => void) {
  let left = told;
  return (packedBytes: number) => {
    const known = Math.min(left, packedBytes);
    left -= known;
    if (packedBytes > known) onBytes(packedBytes - known);
  };
}
