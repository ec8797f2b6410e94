/** Starts what imports: a worker, or the page itself while developing. */
import type { ImportWorker } from '../../lib/ui/import/import-client.ts';

export function startImport(): ImportWorker {
  if (!import.meta.env.DEV) {
    return new Worker(new URL('./import.worker.ts', import.meta.url), { type: 'module' });
  }
  // The dev server is another origin, and no browser starts a worker from there.
  const { port1, port2 } = new MessageChannel();
  void serveHere(port2);
  port1.start();
  return port1;
}

async function serveHere(port: MessagePort): Promise<void> {
  const { openHistory } = await import('../../lib/history/open-history.ts');
  const { serveImport } = await import('./serve-import.ts');
  serveImport(port, openHistory());
  port.start();
}
