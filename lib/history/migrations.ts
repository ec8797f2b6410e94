/** How older versions of the database become this one. */
import { readAccount } from './account-store.ts';
import { LIVE_ONLY } from './origins.ts';
import { encodeRuns } from './runs.ts';
import type { HistoryDatabase, WriteTransaction } from './schema.ts';
import { readSources } from './read-sources.ts';
import { writeSources } from './write-sources.ts';

/** One step from a version to the next; what it throws undoes the whole upgrade. */
export type Migration = (
  database: HistoryDatabase,
  transaction: WriteTransaction,
) => Promise<void> | void;

function createStores(database: HistoryDatabase): void {
  database.createObjectStore('accounts', { keyPath: 'accountId' });
  database.createObjectStore('segments', { keyPath: ['accountId', 'ordinal'] });
  database.createObjectStore('tail', { keyPath: ['accountId', 'sequence'] });
  database.createObjectStore('dictionaries', { keyPath: ['accountId', 'part'] });
  database.createObjectStore('live', { keyPath: 'accountId' });
  database.createObjectStore('coverage', { keyPath: 'accountId' });
  database.createObjectStore('snapshots', { keyPath: 'accountId' });
}

/** Version 1 knew live rows only, and stored repeated ones among the others. */
async function addImports(database: HistoryDatabase, transaction: WriteTransaction): Promise<void> {
  database.createObjectStore('shadows', { keyPath: ['accountId', 'ordinal'] });
  database.createObjectStore('rollups', { keyPath: 'accountId' });
  database.createObjectStore('receipts', { keyPath: ['accountId', 'importId'] });
  database.createObjectStore('saved', { keyPath: ['accountId', 'importId'] });

  const added = { revision: 0, shadows: 0, origins: LIVE_ONLY, exportsTo: null };
  await changeAll(transaction, 'accounts', (record) => ({ ...record, ...added }));
  await changeAll(transaction, 'segments', (record) => ({
    ...record,
    origin: encodeRuns(new Uint16Array(rowsOf(record))),
  }));
  await changeAll(transaction, 'tail', (record) => ({
    ...record,
    doubles: new Uint8Array(rowsOf(record)),
  }));
  for (const accountId of await transaction.objectStore('accounts').getAllKeys()) {
    const account = await readAccount(transaction, accountId);
    await writeSources(transaction, account, await readSources(transaction, account));
  }
}

function addDetails(database: HistoryDatabase): void {
  database.createObjectStore('details', { keyPath: ['accountId', 'ordinal'] });
  database.createObjectStore('detailHeads', { keyPath: 'accountId' });
  database.createObjectStore('detailPlans', { keyPath: 'accountId' });
}

function addLists(database: HistoryDatabase): void {
  database.createObjectStore('lists', { keyPath: ['accountId', 'part'] });
  database.createObjectStore('listPages', { keyPath: ['accountId', 'part', 'offset'] });
}

function addMarks(database: HistoryDatabase): void {
  database.createObjectStore('marks');
}

/** Step `i` leads from version `i` to `i + 1`. Append-only: a released step is never edited. */
export const MIGRATIONS: readonly Migration[] = [
  createStores,
  addImports,
  addDetails,
  addLists,
  addMarks,
];

async function changeAll(
  transaction: WriteTransaction,
  name: 'accounts' | 'segments' | 'tail',
  change: (record: object) => object,
): Promise<void> {
  const store = transaction.objectStore(name);
  for (let cursor = await store.openCursor(); cursor; cursor = await cursor.continue()) {
    if (typeof cursor.value === 'object' && cursor.value !== null) {
      await cursor.update(change(cursor.value));
    }
  }
}

/** How many rows a record of version 1 says it has; one that does not say is damaged, as its reader will find. */
function rowsOf(record: object): number {
  const columns: unknown = 'columns' in record ? record.columns : null;
  const isObject = typeof columns === 'object' && columns !== null;
  return isObject && 'rows' in columns && typeof columns.rows === 'number' ? columns.rows : 0;
}
