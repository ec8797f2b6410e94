/** An import as the options page does it, and the least that any import must do. */
import { startImport } from '../../../entrypoints/import/start-import.ts';
import { createImportClient } from '../../../lib/ui/import/import-client.ts';
import { askWorker } from './ask-worker.ts';
import { chosenExport } from './chosen-export.ts';

/** From the file to the receipt, in the product's own workers. */
export async function importExport(accountId: string): Promise<{ ms: number; rows: number }> {
  const run = createImportClient(startImport, navigator.locks);
  // As on the options page, the worker is there when a person drops a file.
  await run({ type: 'receipts', accountIds: [] });
  const file = chosenExport();
  const start = performance.now();
  const receipt = await run({
    type: 'import',
    timeZone: 'Europe/Berlin',
    accountId,
    inputs: [{ name: file.name, blob: file }],
  });
  return { ms: performance.now() - start, rows: receipt.rows };
}

/** The floor: each file inflated, decoded and parsed in a worker, and nothing kept. */
export async function parseOnly(): Promise<{ ms: number; rows: number }> {
  const worker = new Worker(new URL('./floor.worker.ts', import.meta.url), { type: 'module' });
  const ask = (zip: File | null) => askWorker<number>(worker, zip);
  await ask(null);
  const start = performance.now();
  const rows = await ask(chosenExport());
  const ms = performance.now() - start;
  worker.terminate();
  return { ms, rows };
}
