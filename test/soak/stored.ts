/** How much the background has stored, as a browser would have to keep it. */
import { serialize } from 'node:v8';
import { openDB } from 'idb';
import type { BrowserDouble } from '../integration/browser-double.ts';

export interface Stored {
  /** In all databases; bytes of the structured clones. */
  databaseBytes: number;
  records: number;
  /** storage.local and storage.session together; bytes of JSON. */
  areaBytes: number;
}

export async function measureStored({ local, session }: BrowserDouble): Promise<Stored> {
  let databaseBytes = 0;
  let records = 0;
  for (const { name } of await indexedDB.databases()) {
    const database = await openDB(name!);
    for (const store of database.objectStoreNames) {
      const rows: unknown[] = await database.getAll(store);
      records += rows.length;
      // A key that cannot be exported counts as nothing.
      for (const row of rows) databaseBytes += sizeOf(row);
    }
    database.close();
  }
  const areaBytes = JSON.stringify([...local, ...session]).length;
  return { databaseBytes, records, areaBytes };
}

function sizeOf(row: unknown): number {
  try {
    return serialize(row).byteLength;
  } catch {
    return 0;
  }
}
