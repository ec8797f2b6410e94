/**
 * Rows in storage.session: their home in memory-only mode, and a refuge while the disk refuses them.
 * They outlive the background, never the browser.
 */
import type { KeyValueArea } from '../platform/key-value.ts';
import { parseRow, type RowStore, type TokenRow } from './token-row.ts';

const PREFIX = 'vault.row:';

export function createSessionRows(session: KeyValueArea): RowStore {
  const get = async (accountId: string) => parseRow(await session.get(PREFIX + accountId));

  return {
    get,

    async all() {
      const keys = (await session.keys()).filter((key) => key.startsWith(PREFIX));
      const rows = await Promise.all(keys.map(async (key) => parseRow(await session.get(key))));
      return rows.filter((row): row is TokenRow => row !== null);
    },

    // Two steps, not one transaction: the account's lock is what keeps writers apart.
    async replace(row, expected) {
      const standing = await get(row.accountId);
      if ((standing?.revision ?? null) !== expected) return false;
      await session.set(PREFIX + row.accountId, row);
      return true;
    },

    delete: (accountId) => session.remove(PREFIX + accountId),
  };
}
