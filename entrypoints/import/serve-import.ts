/** The worker's end of an import: does each task that comes in at a worker or a port. */
import { createPartReader } from '../../lib/archive/part-reader.ts';
import { toErrorRecord } from '../../lib/domain/app-error.ts';
import { z } from '../../lib/domain/schema.ts';
import type { History } from '../../lib/history/history.ts';
import { addSample } from '../../lib/ingest/add-sample.ts';
import { importArchive, type ImportProgress } from '../../lib/ingest/import-archive.ts';
import { restoreBackup } from '../../lib/ingest/restore-backup.ts';
import {
  ImportMessage,
  type ImportReply,
  type ImportResult,
  type ImportTask,
} from '../../lib/ui/import/import-protocol.ts';
import { backUp, exportHistory } from './make-files.ts';

/** What is needed of a worker's own scope, or of a message port. */
interface ImportPort {
  postMessage(message: ImportReply): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
}

/** More often than this nobody can read it. */
const PROGRESS_EVERY_MS = 50;

/**
 * Reads and writes the history itself, so that no row ever crosses to the page. Holds a lock for as
 * long as it lives, and tells its name.
 */
export function serveImport(port: ImportPort, history: History): void {
  const running = new Map<number, AbortController>();
  const parts = createPartReader();
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- no window is talked to
  const reply = (message: ImportReply) => port.postMessage(message);

  const lock = `import-worker-${crypto.randomUUID()}`;
  void navigator.locks.request(lock, () => {
    reply({ type: 'alive', lock });
    return new Promise<never>(() => undefined);
  });

  async function serve(id: number, task: ImportTask): Promise<void> {
    const cancel = new AbortController();
    running.set(id, cancel);
    const onProgress = sparingly((progress) => reply({ type: 'progress', id, progress }));
    try {
      reply({ type: 'done', id, value: await run(task, onProgress, cancel.signal) });
    } catch (thrown) {
      reply({ type: 'failed', id, error: toErrorRecord(thrown) });
    } finally {
      running.delete(id);
    }
  }

  async function run(
    task: ImportTask,
    onProgress: (progress: ImportProgress) => void,
    signal: AbortSignal,
  ): Promise<ImportResult<ImportTask['type']>> {
    if (task.type === 'import') {
      const inputs = task.inputs.map(({ name, path, blob }) =>
        path === undefined ? { name, blob } : { name, path, blob },
      );
      const { accountId, timeZone } = task;
      const [locks, now] = [navigator.locks, Date.now];
      const options = { inputs, accountId, history, locks, now, timeZone, onProgress, signal };
      return importArchive({ ...options, readPart: parts.read });
    }
    if (task.type === 'undo') {
      await history.undoImport(task.accountId, task.importId);
      return null;
    }
    if (task.type === 'join') {
      await history.joinAccount(task.from, task.accountId);
      return null;
    }
    if (task.type === 'export') return exportHistory(history, task, Date.now());
    if (task.type === 'back-up') return backUp(history, task.settings, Date.now());
    if (task.type === 'sample') {
      await addSample(history, Date.now(), task.timeZone);
      return null;
    }
    if (task.type === 'restore') return restoreBackup(task.file, { history });
    const lists = await Promise.all(
      task.accountIds.map(async (accountId) =>
        (await history.receipts(accountId)).map((receipt) => ({ accountId, receipt })),
      ),
    );
    return lists.flat().toSorted((a, b) => b.receipt.importedAt - a.receipt.importedAt);
  }

  port.addEventListener('message', ({ data }) => {
    const request = z.parse(ImportMessage, data);
    if (request.type === 'start') void serve(request.id, request.task);
    else if (request.type === 'cancel') running.get(request.id)?.abort();
    else {
      parts.connect(request.port);
      request.port.start();
    }
  });
}

/** The first and every change of stage at once, the rest as often as makes sense. */
function sparingly(report: (progress: ImportProgress) => void): (progress: ImportProgress) => void {
  let last = { stage: '', at: 0 };
  return (progress) => {
    const at = performance.now();
    const { stage } = progress;
    if (stage === last.stage && at - last.at < PROGRESS_EVERY_MS) return;
    last = { stage, at };
    report(progress);
  };
}
