/** Makes a history database as an earlier version of the extension has left it. */
import { openDB } from 'idb';
import { createConnection } from '../../lib/history/connection.ts';
import { MIGRATIONS } from '../../lib/history/migrations.ts';

/** Copies what a database of this version holds of all that stands in `from`. */
export async function copyAsVersion(version: number, from: string, to: string): Promise<void> {
  const older = createConnection(to, MIGRATIONS.slice(0, version));
  await older.read(['accounts'], () => Promise.resolve());
  older.close();
  const [source, target] = [await openDB(from), await openDB(to)];
  if (target.version !== version) throw new Error(`Made version ${target.version}`);
  for (const store of target.objectStoreNames) {
    const { keyPath } = target.transaction(store).store;
    const keys = await source.getAllKeys(store);
    for (const [index, record] of (await source.getAll(store)).entries()) {
      await target.put(store, record, keyPath === null ? keys[index] : undefined);
    }
  }
  source.close();
  target.close();
}
