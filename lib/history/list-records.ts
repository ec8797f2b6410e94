/** The records of what the Web API told of playlists and the library: their shapes. */
import { AccountId } from '../domain/account.ts';
import { PlaylistHead, PlaylistItem } from '../domain/library.ts';
import { z } from '../domain/schema.ts';

/** All times are UTC ms. */
const ListedPlaylist = z.extend(PlaylistHead, {
  /** When its songs were read whole; null before the first time. */
  readAt: z.nullable(z.number()),
  /** The `snapshotId` it had then. */
  readSnapshotId: z.nullable(z.string()),
  /** When Spotify said that its songs are nobody else's business; null when it did not. */
  refusedAt: z.nullable(z.number()),
});
export type ListedPlaylist = z.infer<typeof ListedPlaylist>;

/** How the liked songs were read last. */
const LibraryHead = z.object({
  readAt: z.number(),
  songs: z.int(),
  /** Entries that hold nothing that could be read. */
  unreadable: z.int(),
  /** When all of it was read, not only what was new; null when it changed meanwhile. */
  wholeAt: z.nullable(z.number()),
});
export type LibraryHead = z.infer<typeof LibraryHead>;

export const ListHeads = z.object({
  /** When Spotify was asked which playlists there are; null before the first time. */
  listedAt: z.nullable(z.number()),
  /** In the listener's order. */
  playlists: z.array(ListedPlaylist),
  /** Null before it was read whole for the first time. */
  /** Null before they were read for the first time. */
  library: z.nullable(LibraryHead),
});
export type ListHeads = z.infer<typeof ListHeads>;

export const NO_LISTS: ListHeads = { listedAt: null, playlists: [], library: null };

/** The parts of an account's lists, beside its playlists. */
export const HEADS = 'heads';
export const LIBRARY = 'library';

/** The part that holds a playlist's songs. */
export function playlistPart(playlistId: string): string {
  return `playlist:${playlistId}`;
}

export const ListHeadsRecord = z.object({
  accountId: AccountId,
  part: z.literal(HEADS),
  heads: ListHeads,
});
export type ListHeadsRecord = z.infer<typeof ListHeadsRecord>;

export const ListRecord = z.object({
  accountId: AccountId,
  /** `LIBRARY`, or that of a playlist. */
  part: z.string(),
  items: z.array(PlaylistItem),
});
export type ListRecord = z.infer<typeof ListRecord>;

export const ListPage = z.object({
  /** Of its first entry in the list. */
  offset: z.int(),
  /** How many there were, readable or not. */
  entries: z.int(),
  items: z.array(PlaylistItem),
  /** Entries of the whole list at that moment; null when Spotify did not say. */
  total: z.nullable(z.int()),
  /** The playlist's `snapshotId` when it was read; null for the library. */
  mark: z.nullable(z.string()),
});
export type ListPage = z.infer<typeof ListPage>;

export const ListPageRecord = z.extend(ListPage, { accountId: AccountId, part: z.string() });
export type ListPageRecord = z.infer<typeof ListPageRecord>;

/** All of it, as a backup holds it; a reading under way is no part of it. */
export const ListsCopy = z.object({
  heads: ListHeads,
  lists: z.array(z.object({ part: z.string(), items: z.array(PlaylistItem) })),
});
export type ListsCopy = z.infer<typeof ListsCopy>;
