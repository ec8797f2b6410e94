/** The options page's end of the import worker: numbers its tasks, and gives each its answer. */
import { AppError, fromErrorRecord } from '../../domain/app-error.ts';
import { z } from '../../domain/schema.ts';
import {
  ImportReply,
  ImportResults,
  type ImportProgress,
  type ImportRequest,
  type ImportResult,
  type ImportTask,
} from './import-protocol.ts';

/** What is needed of a `Worker`. */
export interface ImportWorker {
  postMessage(message: ImportRequest): void;
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
  addEventListener(type: 'error' | 'messageerror', listener: () => void): void;
  terminate(): void;
}

interface RunOptions {
  onProgress?: (progress: ImportProgress) => void;
  signal?: AbortSignal;
}

/**
 * Has the worker do a task.
 *
 * @throws AppError `archive/…` and `history/…` as the task fails; `archive/interrupted` when the
 * worker ended before the import, `internal` when it did before another task.
 */
export type RunImportTask = <T extends ImportTask>(
  task: T,
  options?: RunOptions,
) => Promise<ImportResult<T['type']>>;

interface Waiting {
  type: ImportTask['type'];
  /** Of an import; null before it tells of any. */
  stage: ImportProgress['stage'] | null;
  schema: z.ZodMiniType;
  onProgress: RunOptions['onProgress'];
  settled: PromiseWithResolvers<unknown>;
}

/** A worker that is deep in one large file hears of a wish to stop only behind it. */
const PATIENCE_MS = 1000;

/**
 * Starts the worker with the first task, for most visits to the options import nothing; and another
 * when it has ended. A browser says nothing of a worker it ends: its lock coming free does.
 */
export function createImportClient(
  start: () => ImportWorker,
  locks: Pick<LockManager, 'request'>,
): RunImportTask {
  const waiting = new Map<number, Waiting>();
  let worker: ImportWorker | null = null;
  let lastId = 0;

  function open(): ImportWorker {
    const opened = start();
    const end = (detail: string) => {
      if (worker === opened) giveUp(detail);
    };
    opened.addEventListener('message', ({ data }) => hear(data, end));
    opened.addEventListener('error', () => end('the worker stopped'));
    opened.addEventListener('messageerror', () => end('the worker’s answer was damaged'));
    return opened;
  }

  function hear(data: unknown, end: (detail: string) => void): void {
    const parsed = z.safeParse(ImportReply, data);
    if (!parsed.success) return end('the worker’s answer could not be read');
    const reply = parsed.data;
    if (reply.type === 'alive') {
      void locks.request(reply.lock, () => end('the worker is gone')).catch(() => undefined);
      return undefined;
    }
    const task = waiting.get(reply.id);
    if (!task) return undefined;
    if (reply.type === 'progress') {
      task.stage = reply.progress.stage;
      return task.onProgress?.(reply.progress);
    }
    waiting.delete(reply.id);
    if (reply.type === 'failed') return task.settled.reject(fromErrorRecord(reply.error));
    const value = z.safeParse(task.schema, reply.value);
    if (value.success) return task.settled.resolve(value.data);
    return task.settled.reject(new AppError('internal', { detail: 'an answer of another kind' }));
  }

  /** Nothing is written while files are read: then the worker can simply be ended, unless others need it. */
  function stopReading(id: number): void {
    const task = waiting.get(id);
    if (!task || task.stage === 'writing' || waiting.size > 1) return;
    waiting.delete(id);
    endWorker();
    task.settled.reject(new AppError('archive/cancelled'));
  }

  function endWorker(): void {
    worker?.terminate();
    worker = null;
  }

  /** Nobody knows which task it was, nor what such a worker would do next. */
  function giveUp(detail: string): void {
    endWorker();
    for (const { type, settled } of waiting.values()) {
      const code = type === 'import' ? 'archive/interrupted' : 'internal';
      settled.reject(new AppError(code, { detail }));
    }
    waiting.clear();
  }

  return async <T extends ImportTask>(
    task: T,
    { onProgress, signal }: RunOptions = {},
  ): Promise<ImportResult<T['type']>> => {
    worker ??= open();
    const port = worker;
    lastId += 1;
    const id = lastId;
    const settled = Promise.withResolvers<unknown>();
    const schema = ImportResults[task.type];
    waiting.set(id, { type: task.type, stage: null, schema, onProgress, settled });
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
    const send = (request: ImportRequest) => port.postMessage(request);
    let patience: ReturnType<typeof setTimeout> | undefined;
    const cancel = () => {
      send({ type: 'cancel', id });
      if (task.type === 'import') patience = setTimeout(() => stopReading(id), PATIENCE_MS);
    };
    send({ type: 'start', id, task });
    signal?.addEventListener('abort', cancel);
    try {
      // The schema of this very task has just parsed it; TypeScript cannot tie the two.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      return (await settled.promise) as ImportResult<T['type']>;
    } finally {
      clearTimeout(patience);
      signal?.removeEventListener('abort', cancel);
    }
  };
}
