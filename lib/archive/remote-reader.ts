/**
 * Reads files in another worker, beside one that reads here: both ends of the line between the two.
 * Nothing here knows workers; any pair of ports will do.
 */
import { AppError, type ErrorRecord, fromErrorRecord, toErrorRecord } from '../domain/app-error.ts';
import type { ExportFile } from './export-file.ts';
import { createFileReader, type ExportFileReader, type FileContent } from './file-reader.ts';
import { createStreamParser } from './parse-streams.ts';
import { createContentPacker, createContentUnpacker, type SentContent } from './sent-content.ts';

/** A worker, its global scope, or a MessagePort, which its owner starts. */
export interface Port {
  postMessage: (message: unknown, transfer: Transferable[]) => void;
  addEventListener: (type: 'message', listener: (event: MessageEvent) => void) => void;
}

type Request =
  /** What one import's files have in common is forgotten with the first file of the next. */
  | { type: 'read'; id: number; importNumber: number; file: ExportFile }
  | { type: 'cancel'; id: number };

type Reply =
  /** The first of all, when the worker has started. */
  | { type: 'ready'; id: 0 }
  | { type: 'progress'; id: number; packedBytes: number }
  | { type: 'done'; id: number; content: SentContent }
  | { type: 'failed'; id: number; error: ErrorRecord };

/** The helping worker's side. */
export function serveReader(port: Port): void {
  const running = new Map<number, AbortController>();
  const reply = (message: Reply, transfer: Transferable[] = []) =>
    port.postMessage(message, transfer);
  let current = begin(0);

  async function serve({
    id,
    importNumber,
    file,
  }: Extract<Request, { type: 'read' }>): Promise<void> {
    if (current.importNumber !== importNumber) current = begin(importNumber);
    const { read, pack } = current;
    const cancel = new AbortController();
    running.set(id, cancel);
    try {
      const onBytes = (packedBytes: number) => reply({ type: 'progress', id, packedBytes });
      const { sent, transfer } = pack(await read(file, { signal: cancel.signal, onBytes }));
      reply({ type: 'done', id, content: sent }, transfer);
    } catch (thrown) {
      reply({ type: 'failed', id, error: toErrorRecord(thrown) });
    } finally {
      running.delete(id);
    }
  }

  port.addEventListener('message', ({ data }: MessageEvent<Request>) => {
    if (data.type === 'cancel') running.get(data.id)?.abort();
    else void serve(data);
  });
  reply({ type: 'ready', id: 0 });
}

function begin(importNumber: number) {
  const read = createFileReader(createStreamParser());
  return { importNumber, read, pack: createContentPacker() };
}

/** Whether a message says that the helping worker has started. */
export function isReady(message: unknown): boolean {
  return (
    typeof message === 'object' &&
    message !== null &&
    'type' in message &&
    message.type === ('ready' satisfies Reply['type'])
  );
}

/**
 * The importing worker's side: gives a reader for each import, which has the other side read. A worker
 * that dies answers nothing: `createHelpedReader` sees to that.
 */
export function connectReader(port: Port): () => ExportFileReader {
  const send = (request: Request) => port.postMessage(request, []);
  let lastId = 0;
  let lastImport = 0;
  const waiting = new Map<number, (reply: Reply) => void>();
  port.addEventListener('message', ({ data }: MessageEvent<Reply>) => waiting.get(data.id)?.(data));

  return () => {
    const importNumber = ++lastImport;
    const unpack = createContentUnpacker();
    return (file, { signal, onBytes } = {}) => {
      const id = ++lastId;
      const { promise, resolve, reject } = Promise.withResolvers<FileContent>();
      const cancel = () => {
        send({ type: 'cancel', id });
        finish(() => reject(new AppError('archive/cancelled')));
      };
      const finish = (settle: () => void) => {
        waiting.delete(id);
        signal?.removeEventListener('abort', cancel);
        settle();
      };
      waiting.set(id, (reply) => {
        if (reply.type === 'progress') onBytes?.(reply.packedBytes);
        else if (reply.type === 'done') finish(() => resolve(unpack(reply.content)));
        else if (reply.type === 'failed') finish(() => reject(fromErrorRecord(reply.error)));
      });
      if (signal?.aborted) cancel();
      else {
        signal?.addEventListener('abort', cancel);
        send({ type: 'read', id, importNumber, file });
      }
      return promise;
    };
  };
}
