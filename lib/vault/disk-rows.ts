/** Rows on disk: every write is one transaction that the system has flushed before it is believed. */
import type { VaultDatabase } from './database.ts';
import { parseRow, type RowStore, type TokenRow } from './token-row.ts';

/** Rejects as the database does; a full disk is one of its reasons. */
export function createDiskRows(database: VaultDatabase): RowStore {
  return {
    get: (accountId) =>
      database.run(async (connection) => parseRow(await connection.get('tokens', accountId))),

    all: () =>
      database.run(async (connection) => {
        const rows = await connection.getAll('tokens');
        return rows.map(parseRow).filter((row): row is TokenRow => row !== null);
      }),

    replace: (row, expected) =>
      database.run(async (connection) => {
        const write = connection.transaction('tokens', 'readwrite', { durability: 'strict' });
        const standing = parseRow(await write.store.get(row.accountId));
        if ((standing?.revision ?? null) !== expected) {
          await write.done;
          return false;
        }
        await Promise.all([write.store.put(row), write.done]);
        return true;
      }),

    delete: (accountId) =>
      database.run(async (connection) => {
        const write = connection.transaction('tokens', 'readwrite', { durability: 'strict' });
        await Promise.all([write.store.delete(accountId), write.done]);
      }),
  };
}
