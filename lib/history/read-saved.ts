/** Reads playlists and library, from whoever told of them last. */
import type { KeptThings } from '../domain/library.ts';
import { readReceipts } from './account-store.ts';
import { readListHeads, readLists } from './fetched-lists.ts';
import { type ExportedThings, mergeSaved } from './merge-saved.ts';
import { parseRecord, SavedRecord } from './records.ts';
import { type AnyTransaction, keysOf, type StoreName } from './schema.ts';

export const SAVED_STORES: StoreName[] = ['receipts', 'saved', 'lists'];

/** Needs a transaction over `SAVED_STORES`. */
export async function readSaved(tx: AnyTransaction, accountId: string): Promise<KeptThings> {
  return mergeSaved(
    await readExported(tx, accountId),
    await readListHeads(tx, accountId),
    await readLists(tx, accountId),
  );
}

/** Another text whenever `readSaved` may give something else. Needs the same stores. */
export async function markSaved(tx: AnyTransaction, accountId: string): Promise<string> {
  const imports = await tx.objectStore('saved').getAllKeys(keysOf(accountId));
  return JSON.stringify([imports, await readListHeads(tx, accountId)]);
}

/** Playlists and library, each from the last import that brought any. */
async function readExported(tx: AnyTransaction, accountId: string): Promise<ExportedThings> {
  const stored = await tx.objectStore('saved').getAll(keysOf(accountId));
  const records = new Map(
    stored.map((value) => {
      const record = parseRecord(SavedRecord, value);
      return [record.importId, record] as const;
    }),
  );
  const inOrder = (await readReceipts(tx, accountId)).flatMap((receipt) => {
    const record = records.get(receipt.importId);
    // An export does not say when it was made: not before the last stream it tells of.
    return record ? [{ ...record, at: receipt.lastAt ?? receipt.importedAt }] : [];
  });
  const lists = inOrder.findLast(({ playlists }) => playlists.length > 0);
  const kept = inOrder.findLast(({ library }) => library !== null);
  return {
    playlists: lists ? { value: lists.playlists, at: lists.at } : null,
    library: kept?.library ? { value: kept.library, at: kept.at } : null,
  };
}
