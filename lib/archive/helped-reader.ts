/** Has a helper read files as long as it answers, and reads them here otherwise: nothing waits for it. */
import type { ExportFileReader, FileContent } from './file-reader.ts';
import { connectReader, isReady, type Port } from './remote-reader.ts';

export interface HelpedReader {
  /** Uses the other end of the port from its first sign of life on. */
  connect: (port: Port) => void;
  /** For one import: a reader that has the helper read, or else `own`. */
  assist: (own: ExportFileReader) => ExportFileReader;
}

/** A helper tells of each quarter of a megabyte: one that says nothing for so long is gone. */
const LONGEST_SILENCE_MS = 10_000;

/**
 * A helper that never starts is never asked; one that falls silent in the middle of a file is not
 * asked again, and the file is read anew.
 */
export function createHelpedReader(longestSilenceMs = LONGEST_SILENCE_MS): HelpedReader {
  let helper: (() => ExportFileReader) | null = null;

  /** Null when the helper has fallen silent. */
  async function readWith(
    remote: ExportFileReader,
    ...[file, { signal, onBytes } = {}]: Parameters<ExportFileReader>
  ): Promise<FileContent | null> {
    const silence = new AbortController();
    const listen = () => setTimeout(() => silence.abort(), longestSilenceMs);
    let timer = listen();
    const onSign = (packedBytes: number) => {
      clearTimeout(timer);
      timer = listen();
      onBytes?.(packedBytes);
    };
    try {
      const either = signal ? AbortSignal.any([signal, silence.signal]) : silence.signal;
      return await remote(file, { signal: either, onBytes: onSign });
    } catch (thrown) {
      if (!silence.signal.aborted || signal?.aborted) throw thrown;
      return null;
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    connect(port) {
      const remote = connectReader(port);
      port.addEventListener('message', ({ data }) => {
        if (isReady(data)) helper = remote;
      });
    },

    assist(own) {
      let remote: ExportFileReader | null = null;
      return async (file, { signal, onBytes } = {}) => {
        if (!helper) return own(file, { signal, onBytes });
        remote ??= helper();
        let told = 0;
        const onSign = (packedBytes: number) => {
          told += packedBytes;
          onBytes?.(packedBytes);
        };
        const content = await readWith(remote, file, { signal, onBytes: onSign });
        if (content) return content;
        helper = null;
        return own(file, { signal, onBytes: onBytes && afterFirst(told, onBytes) });
      };
    },
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
