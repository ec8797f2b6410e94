/** Starts what answers the dashboard's questions: a worker, or the page itself while developing. */
import type { HistoryWorker } from '../../lib/ui/dashboard/view-client.ts';

export function startHistory(): HistoryWorker {
  if (!import.meta.env.DEV) {
    return new Worker(new URL('./history.worker.ts', import.meta.url), { type: 'module' });
  }
  // The dev server is another origin, and no browser starts a worker from there.
  const { port1, port2 } = new MessageChannel();
  void serveHere(port2);
  port1.start();
  return port1;
}

async function serveHere(port: MessagePort): Promise<void> {
  const { serveHistory } = await import('./serve-history.ts');
  serveHistory(port);
  port.start();
}
