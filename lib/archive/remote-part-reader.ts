/**
 * Unpacks files in another worker, so that one file is unpacked while the one before is parsed: both
 * ends of the line between the two. Nothing here knows workers; any pair of ports will do.
 */
import { AppError, type ErrorRecord, fromErrorRecord, toErrorRecord } from '../domain/app-error.ts';
import type { FilePart } from './export-file.ts';
import { readPart, type ReadPartOptions } from './read-part.ts';

/** A worker, its global scope, or a MessagePort, which its owner starts. */
export interface Port {
  postMessage: (message: unknown, transfer: Transferable[]) => void;
  addEventListener: (type: 'message', listener: (event: MessageEvent) => void) => void;
}

type Bytes = Uint8Array<ArrayBuffer>;

type Request =
  | { type: 'read'; id: number; part: FilePart; reuse: Bytes | undefined }
  | { type: 'cancel'; id: number };

type Reply =
  /** The first of all, when the worker has started. */
  | { type: 'ready'; id: 0 }
  | { type: 'progress'; id: number; packedBytes: number }
  | { type: 'done'; id: number; bytes: Bytes }
  | { type: 'failed'; id: number; error: ErrorRecord };

/** The unpacking worker's side: answers every request, several at a time. */
export function servePartReader(port: Port): void {
  const running = new Map<number, AbortController>();
  const reply = (message: Reply, transfer: Transferable[] = []) =>
    port.postMessage(message, transfer);

  async function serve({ id, part, reuse }: Extract<Request, { type: 'read' }>): Promise<void> {
    const cancel = new AbortController();
    running.set(id, cancel);
    try {
      const onBytes = (packedBytes: number) => reply({ type: 'progress', id, packedBytes });
      const bytes = await readPart(part, { signal: cancel.signal, onBytes, reuse });
      reply({ type: 'done', id, bytes }, [bytes.buffer]);
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

/** Whether a message says that the unpacking worker has started. */
export function isReady(message: unknown): boolean {
  return (
    typeof message === 'object' &&
    message !== null &&
    'type' in message &&
    message.type === ('ready' satisfies Reply['type'])
  );
}

/**
 * The importing worker's side: a `readPart` that has the other side do it, with the same errors.
 * `reuse` is given away: its bytes are gone afterwards. A worker that dies answers nothing:
 * `createPartReader` sees to that.
 */
export function connectPartReader(
  port: Port,
): (part: FilePart, options?: ReadPartOptions) => Promise<Bytes> {
  const send = (request: Request, transfer: Transferable[] = []) =>
    port.postMessage(request, transfer);
  let lastId = 0;
  const waiting = new Map<number, (reply: Reply) => void>();
  port.addEventListener('message', ({ data }: MessageEvent<Reply>) => waiting.get(data.id)?.(data));

  return (part, { signal, onBytes, reuse } = {}) => {
    const id = ++lastId;
    const { promise, resolve, reject } = Promise.withResolvers<Bytes>();
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
      else if (reply.type === 'done') finish(() => resolve(reply.bytes));
      else if (reply.type === 'failed') finish(() => reject(fromErrorRecord(reply.error)));
    });
    if (signal?.aborted) cancel();
    else {
      signal?.addEventListener('abort', cancel);
      send({ type: 'read', id, part, reuse }, reuse ? [reuse.buffer] : []);
    }
    return promise;
  };
}
