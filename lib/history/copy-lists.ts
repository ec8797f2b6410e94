/** What the Web API told of playlists and library, out of the database and into another. */
import { readListHeads, readLists, writeListHeads } from './fetched-lists.ts';
import { LIBRARY, type ListRecord, type ListsCopy, playlistPart } from './list-records.ts';
import type { AnyTransaction, WriteTransaction } from './schema.ts';

/** Null when nothing was ever told. */
export async function copyLists(tx: AnyTransaction, accountId: string): Promise<ListsCopy | null> {
  const heads = await readListHeads(tx, accountId);
  const lists = await readLists(tx, accountId);
  if (heads.listedAt === null && heads.library === null) return null;
  return { heads, lists: Array.from(lists, ([part, items]) => ({ part, items })) };
}

/** Of the playlists, and of the library, whichever was told last stays. */
export async function restoreLists(
  tx: WriteTransaction,
  accountId: string,
  copy: ListsCopy | null,
): Promise<void> {
  if (!copy) return;
  const own = await readListHeads(tx, accountId);
  const heads = { ...own };
  const taken = new Set<string>();
  if ((copy.heads.listedAt ?? -Infinity) > (own.listedAt ?? -Infinity)) {
    for (const { id } of own.playlists) {
      await tx.objectStore('lists').delete([accountId, playlistPart(id)]);
    }
    heads.listedAt = copy.heads.listedAt;
    heads.playlists = copy.heads.playlists;
    for (const { id } of heads.playlists) taken.add(playlistPart(id));
  }
  if ((copy.heads.library?.readAt ?? -Infinity) > (own.library?.readAt ?? -Infinity)) {
    heads.library = copy.heads.library;
    taken.add(LIBRARY);
  }
  if (taken.size === 0) return;
  for (const { part, items } of copy.lists) {
    const record: ListRecord = { accountId, part, items };
    if (taken.has(part)) await tx.objectStore('lists').put(record);
  }
  await writeListHeads(tx, accountId, heads);
}
