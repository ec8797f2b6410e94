/** Keeps what the Web API tells of playlists and the library, and how far a long list was read. */
import type { PlaylistHead, PlaylistItem } from '../domain/library.ts';
import type { Connection } from './connection.ts';
import {
  HEADS,
  LIBRARY,
  type LibraryHead,
  type ListedPlaylist,
  type ListHeads,
  ListHeadsRecord,
  type ListPage,
  ListPageRecord,
  ListRecord,
  NO_LISTS,
  playlistPart,
} from './list-records.ts';
import { parseRecord } from './records.ts';
import { type AnyTransaction, keysOf, type StoreName, type WriteTransaction } from './schema.ts';

/** Each call is one transaction, and fails as those of `History` do. A part is a list of songs. */
export interface FetchedLists {
  /** Which lists there are, and what is known of each, without the songs. */
  heads(accountId: string): Promise<ListHeads>;
  /** Takes over which playlists there are; of those that are gone nothing is left. */
  keepPlaylists(
    accountId: string,
    playlists: readonly PlaylistHead[],
    listedAt: number,
  ): Promise<ListHeads>;
  /** Notes that Spotify does not let the listener see this playlist's songs. */
  refuse(accountId: string, playlistId: string, refusedAt: number): Promise<void>;
  /** The songs of a part as they were read last; none before the first time. */
  items(accountId: string, part: string): Promise<PlaylistItem[]>;
  /**
   * The pages of a reading that has not come to its end, in order. Those of another mark are of no
   * use any more, and thrown away.
   */
  pages(accountId: string, part: string, mark: string | null): Promise<ListPage[]>;
  addPage(accountId: string, part: string, page: ListPage): Promise<void>;
  /** Ends a reading: these are all songs of the playlist now. */
  finishPlaylist(
    accountId: string,
    playlistId: string,
    read: { items: PlaylistItem[]; readAt: number; mark: string | null },
  ): Promise<void>;
  /** Ends a reading of the liked songs. */
  finishLibrary(
    accountId: string,
    items: PlaylistItem[],
    about: Omit<LibraryHead, 'songs'>,
  ): Promise<void>;
}

export const LIST_STORES: StoreName[] = ['lists', 'listPages'];

export function createFetchedLists({ read, write }: Pick<Connection, 'read' | 'write'>) {
  const lists: FetchedLists = {
    heads: (accountId) => read(['lists'], (tx) => readListHeads(tx, accountId)),

    keepPlaylists: (accountId, playlists, listedAt) =>
      write(LIST_STORES, async (tx) => {
        const before = await readListHeads(tx, accountId);
        const known = new Map(before.playlists.map((head) => [head.id, head]));
        const heads: ListHeads = {
          ...before,
          listedAt,
          playlists: playlists.map((head) => mergeHead(head, known.get(head.id))),
        };
        await writeListHeads(tx, accountId, heads);
        for (const { id } of playlists) known.delete(id);
        for (const id of known.keys()) {
          await tx.objectStore('lists').delete([accountId, playlistPart(id)]);
          await deletePages(tx, accountId, playlistPart(id));
        }
        return heads;
      }),

    refuse: (accountId, playlistId, refusedAt) =>
      write(LIST_STORES, async (tx) => {
        const heads = await readListHeads(tx, accountId);
        await writeListHeads(tx, accountId, change(heads, playlistId, { refusedAt }));
        await deletePages(tx, accountId, playlistPart(playlistId));
      }),

    items: (accountId, part) =>
      read(['lists'], async (tx) => {
        const stored: unknown = await tx.objectStore('lists').get([accountId, part]);
        return stored === undefined ? [] : parseRecord(ListRecord, stored).items;
      }),

    pages: (accountId, part, mark) =>
      write(['listPages'], async (tx) => {
        const stored = await tx.objectStore('listPages').getAll(pagesOf(accountId, part));
        const pages = stored.map((value) => parseRecord(ListPageRecord, value));
        if (pages.every((page) => page.mark === mark)) return pages;
        await deletePages(tx, accountId, part);
        return [];
      }),

    addPage: (accountId, part, page) =>
      write(['listPages'], async (tx) => {
        const record: ListPageRecord = { ...page, accountId, part };
        await tx.objectStore('listPages').put(record);
      }),

    finishPlaylist: (accountId, playlistId, { items, readAt, mark }) =>
      write(LIST_STORES, async (tx) => {
        await putList(tx, { accountId, part: playlistPart(playlistId), items });
        const heads = await readListHeads(tx, accountId);
        const known = { readAt, readSnapshotId: mark, refusedAt: null };
        await writeListHeads(tx, accountId, change(heads, playlistId, known));
      }),

    finishLibrary: (accountId, items, about) =>
      write(LIST_STORES, async (tx) => {
        await putList(tx, { accountId, part: LIBRARY, items });
        const heads = await readListHeads(tx, accountId);
        const library = { ...about, songs: items.length };
        await writeListHeads(tx, accountId, { ...heads, library });
      }),
  };
  return lists;
}

export async function readListHeads(tx: AnyTransaction, accountId: string): Promise<ListHeads> {
  const stored: unknown = await tx.objectStore('lists').get([accountId, HEADS]);
  return stored === undefined ? NO_LISTS : parseRecord(ListHeadsRecord, stored).heads;
}

export async function writeListHeads(
  tx: WriteTransaction,
  accountId: string,
  heads: ListHeads,
): Promise<void> {
  const record: ListHeadsRecord = { accountId, part: HEADS, heads };
  await tx.objectStore('lists').put(record);
}

/** The songs of every part, by part. */
export async function readLists(
  tx: AnyTransaction,
  accountId: string,
): Promise<Map<string, PlaylistItem[]>> {
  const stored = await tx.objectStore('lists').getAll(keysOf(accountId));
  return new Map(
    stored.flatMap((value) => {
      if (typeof value === 'object' && value !== null && 'heads' in value) return [];
      const { part, items } = parseRecord(ListRecord, value);
      return [[part, items] as const];
    }),
  );
}

/** In the place of what was known, and of the pages it was read in. */
async function putList(tx: WriteTransaction, record: ListRecord): Promise<void> {
  await tx.objectStore('lists').put(record);
  await deletePages(tx, record.accountId, record.part);
}

/** A list that is worked on together now, or no longer, may be open to the listener, or closed. */
function mergeHead(head: PlaylistHead, known: ListedPlaylist | undefined): ListedPlaylist {
  const { readAt = null, readSnapshotId = null } = known ?? {};
  const isAsBefore = known?.collaborative === head.collaborative;
  return { ...head, readAt, readSnapshotId, refusedAt: isAsBefore ? known.refusedAt : null };
}

function change(heads: ListHeads, id: string, to: Partial<ListedPlaylist>): ListHeads {
  const playlists = heads.playlists.map((head) => (head.id === id ? { ...head, ...to } : head));
  return { ...heads, playlists };
}

function pagesOf(accountId: string, part: string): IDBKeyRange {
  return IDBKeyRange.bound([accountId, part], [accountId, part, []]);
}

async function deletePages(tx: WriteTransaction, accountId: string, part: string): Promise<void> {
  await tx.objectStore('listPages').delete(pagesOf(accountId, part));
}
