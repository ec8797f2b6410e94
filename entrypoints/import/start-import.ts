/** Starts what imports: a worker with a helper, or the page itself while developing. */
import type { ImportWorker } from '../../lib/ui/import/import-client.ts';
import type { ImportMessage } from '../../lib/ui/import/import-protocol.ts';

export function startImport(): ImportWorker {
  if (!import.meta.env.DEV) {
    const worker = new Worker(new URL('./import.worker.ts', import.meta.url), { type: 'module' });
    return withHelper(worker);
  }
  // The dev server is another origin, and no browser starts a worker from there.
  const { port1, port2 } = new MessageChannel();
  void serveHere(port2);
  port1.start();
  return Object.assign(port1, { terminate: () => port1.close() });
}

/**
 * Lends the worker a helper with the first import. It is started here, by the page: of the module
 * workers that a worker starts, Firefox loses one in thirty without a word.
 */
function withHelper(worker: Worker): ImportWorker {
  let helper: Worker | null = null;
  const send = (message: ImportMessage, transfer: Transferable[] = []) =>
    worker.postMessage(message, transfer);

  function lendHelper(): void {
    helper = new Worker(new URL('./unpack.worker.ts', import.meta.url), { type: 'module' });
    const { port1, port2 } = new MessageChannel();
    helper.postMessage(port1, [port1]);
    send({ type: 'lend', port: port2 }, [port2]);
  }

  return {
    postMessage(request) {
      if (!helper && request.type === 'start' && request.task.type === 'import') lendHelper();
      send(request);
    },
    addEventListener: worker.addEventListener.bind(worker),
    terminate() {
      worker.terminate();
      helper?.terminate();
    },
  };
}

async function serveHere(port: MessagePort): Promise<void> {
  const { openHistory } = await import('../../lib/history/open-history.ts');
  const { serveImport } = await import('./serve-import.ts');
  serveImport(port, openHistory());
  port.start();
}
