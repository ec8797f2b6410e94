/** What stands in the database, and how older versions of it become this one. */
import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';

/**
 * Everything belongs to an account. Values are unknown until their reader has parsed them.
 *
 * - `accounts` (accountId): which segments there are, how many streams, from when to when.
 * - `segments` (accountId, ordinal): sealed columns in time order, 65,536 rows each but the last.
 * - `shadows` (accountId, ordinal): rows that a row of the segments stands for, in any order.
 * - `tail` (accountId, sequence): a batch of live streams with a small dictionary of its own.
 * - `dictionaries` (accountId, part): what the segments' indices mean.
 * - `live` (accountId): the newest live plays, to know them again.
 * - `coverage` (accountId): the stretches of time seen whole, and the last poll.
 * - `snapshots` (accountId): the popup's ready-made figures.
 * - `rollups` (accountId): the sums over all time, as of one revision of the account.
 * - `receipts` (accountId, importId): what each import brought.
 * - `saved` (accountId, importId): playlists and library of an import.
 * - `details` (accountId, ordinal): what the Web API said besides, by URI; a later chunk is believed
 *   before an earlier one.
 * - `detailHeads` (accountId): which chunks of them there are.
 * - `detailPlans` (accountId): what is to be asked next.
 * - `lists` (accountId, part): what the Web API told of playlists and library: which there are, and
 *   the songs of each.
 * - `listPages` (accountId, part, offset): a list that is being read, page by page.
 * - `marks` (name): belongs to no account: what tells this database from one that came back empty.
 */
export interface HistorySchema extends DBSchema {
  accounts: { key: string; value: unknown };
  segments: { key: [string, number]; value: unknown };
  tail: { key: [string, number]; value: unknown };
  dictionaries: { key: [string, string]; value: unknown };
  live: { key: string; value: unknown };
  coverage: { key: string; value: unknown };
  snapshots: { key: string; value: unknown };
  shadows: { key: [string, number]; value: unknown };
  rollups: { key: string; value: unknown };
  receipts: { key: [string, string]; value: unknown };
  saved: { key: [string, string]; value: unknown };
  details: { key: [string, number]; value: unknown };
  detailHeads: { key: string; value: unknown };
  detailPlans: { key: string; value: unknown };
  lists: { key: [string, string]; value: unknown };
  marks: { key: string; value: unknown };
  listPages: { key: [string, string, number]; value: unknown };
}

export type StoreName = StoreNames<HistorySchema>;
export type HistoryDatabase = IDBPDatabase<HistorySchema>;
export type ReadTransaction = IDBPTransaction<HistorySchema, StoreName[]>;
export type WriteTransaction = IDBPTransaction<HistorySchema, StoreName[], 'readwrite'>;
/** For readers that serve both. */
export type AnyTransaction = ReadTransaction | WriteTransaction;

/** All keys of an account in a store whose key begins with it. */
export function keysOf(accountId: string): IDBKeyRange {
  return IDBKeyRange.bound([accountId], [accountId, []]);
}
