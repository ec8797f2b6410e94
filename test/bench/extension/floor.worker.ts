/** The floor of an import: inflate, decode, `JSON.parse`, file by file, and forget. */
import { listArchive } from '../../../lib/archive/list-archive.ts';
import { readPart } from '../../../lib/archive/read-part.ts';
import { serveTask } from './serve-task.ts';

const decoder = new TextDecoder();

async function parseAll(zip: File | null): Promise<number> {
  if (!zip) return 0;
  const { files } = await listArchive([{ name: zip.name, blob: zip }]);
  let rows = 0;
  let reuse: Uint8Array<ArrayBuffer> | undefined;
  for (const { part } of files) {
    const bytes = await readPart(part, { reuse });
    rows += (JSON.parse(decoder.decode(bytes)) as unknown[]).length;
    reuse = bytes;
  }
  return rows;
}

serveTask(parseAll);
