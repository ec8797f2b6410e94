/** What stands in the database, and how older versions of it become this one. */
import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';

/**
 * Everything belongs to an account. Values are unknown until their reader has parsed them.
 *
 * - `accounts` (accountId): which segments there are, how many streams, from when to when.
 * - `segments` (accountId, ordinal): sealed columns in time order, 65,536 rows each but the last.
 * - `tail` (accountId, sequence): a batch of live streams with a small dictionary of its own.
 * - `dictionaries` (accountId, part): what the segments' indices mean.
 * - `live` (accountId): the newest live plays, to know them again.
 * - `coverage` (accountId): the stretches of time seen whole, and the last poll.
 * - `snapshots` (accountId): the popup's ready-made figures.
 */
export interface HistorySchema extends DBSchema {
  accounts: { key: string; value: unknown };
  segments: { key: [string, number]; value: unknown };
  tail: { key: [string, number]; value: unknown };
  dictionaries: { key: [string, string]; value: unknown };
  live: { key: string; value: unknown };
  coverage: { key: string; value: unknown };
  snapshots: { key: string; value: unknown };
}

export type StoreName = StoreNames<HistorySchema>;
export type HistoryDatabase = IDBPDatabase<HistorySchema>;
export type ReadTransaction = IDBPTransaction<HistorySchema, StoreName[]>;
export type WriteTransaction = IDBPTransaction<HistorySchema, StoreName[], 'readwrite'>;
/** For readers that serve both. */
export type AnyTransaction = ReadTransaction | WriteTransaction;

/** One step from a version to the next; what it throws undoes the whole upgrade. */
export type Migration = (database: HistoryDatabase) => void;

function createStores(database: HistoryDatabase): void {
  database.createObjectStore('accounts', { keyPath: 'accountId' });
  database.createObjectStore('segments', { keyPath: ['accountId', 'ordinal'] });
  database.createObjectStore('tail', { keyPath: ['accountId', 'sequence'] });
  database.createObjectStore('dictionaries', { keyPath: ['accountId', 'part'] });
  database.createObjectStore('live', { keyPath: 'accountId' });
  database.createObjectStore('coverage', { keyPath: 'accountId' });
  database.createObjectStore('snapshots', { keyPath: 'accountId' });
}

/** Step `i` leads from version `i` to `i + 1`. Append-only: a released step is never edited. */
export const MIGRATIONS: readonly Migration[] = [createStores];

/** All keys of an account in a store whose key begins with it. */
export function keysOf(accountId: string): IDBKeyRange {
  return IDBKeyRange.bound([accountId], [accountId, []]);
}
