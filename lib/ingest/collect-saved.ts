/** Reads an account's playlists and liked songs, going on where the last attempt ended. */
import { AppError } from '../domain/app-error.ts';
import type { PlaylistHead, PlaylistItem } from '../domain/library.ts';
import type { SavedState } from '../domain/saved-state.ts';
import type { FetchedLists } from '../history/fetched-lists.ts';
import { LIBRARY, type ListPage, playlistPart } from '../history/list-records.ts';
import type { SpotifyClient } from '../spotify/client.ts';
import type { ListedPage } from '../spotify/list-calls.ts';
import { mergeNewest, withoutDoubles } from './merge-newest.ts';
import { arePlaylistsDue, isLibraryDue, isLibraryTrusted, isPlaylistDue } from './saved-due.ts';

export interface CollectSavedOptions {
  accountId: string;
  client: Pick<SpotifyClient, 'playlists' | 'playlistItems' | 'savedTracks'>;
  lists: FetchedLists;
  now: () => number;
  /** Between two requests: nobody waits for a long library, and plays come first. */
  pause: () => Promise<void>;
  /** Ends the reading before the next request, with its reason. */
  signal: AbortSignal;
  /** A person asks: an answer of today is not good enough. */
  asked: boolean;
  onReading: (reading: SavedState['reading']) => void;
}

/** Longer than any list; only there so that an odd answer cannot go on for ever. */
const MOST_PAGES = 4000;

/**
 * Reads what is due, and nothing else: playlists that are as they were are not read again. Whatever
 * was read before a failure is kept. A playlist that Spotify does not open to the listener is noted
 * and left out; when it opens none at all, liked songs are read all the same.
 *
 * @throws AppError as the client and `lists` do.
 */
export async function collectSaved(options: CollectSavedOptions): Promise<void> {
  const refusal = await collectPlaylists(options).then(() => null, keepRefusal);
  await collectLibrary(options);
  if (refusal) throw refusal;
}

async function collectPlaylists(options: CollectSavedOptions): Promise<void> {
  const { accountId, client, lists, now, pause, asked, onReading } = options;
  let heads = await lists.heads(accountId);
  if (asked || arePlaylistsDue(heads, now())) {
    onReading({ what: 'playlists', done: 0, total: null });
    heads = await lists.keepPlaylists(accountId, await listPlaylists(options), now());
  }
  const due = heads.playlists.filter((playlist) => isPlaylistDue(playlist, now()));
  for (const [done, { id, snapshotId: mark }] of due.entries()) {
    onReading({ what: 'playlists', done, total: due.length });
    await pause();
    const part = playlistPart(id);
    const ask = (offset: number) => client.playlistItems(id, offset);
    try {
      const read = gather(await readPages(options, { part, mark, ask }));
      await lists.finishPlaylist(accountId, id, { items: read.items, readAt: now(), mark });
    } catch (error) {
      if (!isClosed(error)) throw error;
      await lists.refuse(accountId, id, now());
    }
  }
}

/** Which there are: few enough to begin anew when something goes wrong. */
async function listPlaylists(options: CollectSavedOptions): Promise<PlaylistHead[]> {
  const { client, pause, signal } = options;
  const found = new Map<string, PlaylistHead>();
  let offset = 0;
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    signal.throwIfAborted();
    const { items, entries, hasMore } = await client.playlists(offset);
    for (const head of items) found.set(head.id, head);
    offset += entries;
    if (!hasMore) break;
    await pause();
  }
  return [...found.values()];
}

/** Only as far as the list has changed, where that can be known. */
async function collectLibrary(options: CollectSavedOptions): Promise<void> {
  const { accountId, client, lists, now, pause, asked, onReading } = options;
  const { library } = await lists.heads(accountId);
  if (!asked && !isLibraryDue({ library }, now())) return;
  await pause();
  const known = isLibraryTrusted({ library }, now()) ? await lists.items(accountId, LIBRARY) : [];
  /** All liked songs, as far as these pages tell; null while they do not. */
  function tell(pages: readonly ListPage[]) {
    const read = gather(pages);
    const total = pages.at(-1)?.total ?? null;
    // Of those that are not read again, as many may be unreadable as before.
    const unreadable = Math.max(read.unreadable, library?.unreadable ?? 0);
    const items =
      read.isExact && total !== null ? mergeNewest(read.items, known, total - unreadable) : null;
    return { items, unreadable, read, total };
  }

  const pages = await readPages(options, {
    part: LIBRARY,
    mark: null,
    ask: (offset) => client.savedTracks(offset),
    isEnough(soFar) {
      const { items, read, total } = tell(soFar);
      onReading({ what: 'library', done: read.items.length, total });
      return items !== null;
    },
  });
  const { items, unreadable, read } = tell(pages);
  const readAt = now();
  if (items === null) {
    // Read to its end, and yet the numbers do not fit: it will be read whole the next time.
    const about = { readAt, unreadable: read.unreadable, wholeAt: null };
    return lists.finishLibrary(accountId, withoutDoubles(read.items), about);
  }
  const wholeAt = items.length === read.items.length ? readAt : (library?.wholeAt ?? null);
  await lists.finishLibrary(accountId, items, { readAt, unreadable, wholeAt });
}

interface Reading {
  part: string;
  mark: string | null;
  ask: (offset: number) => Promise<ListedPage<PlaylistItem>>;
  /** Whether these pages tell all of it. */
  isEnough?: (pages: readonly ListPage[]) => boolean;
}

/** From where the last attempt ended on, to the end. */
async function readPages(
  { accountId, lists, pause, signal }: CollectSavedOptions,
  { part, mark, ask, isEnough }: Reading,
): Promise<ListPage[]> {
  const pages = await lists.pages(accountId, part, mark);
  while (pages.length < MOST_PAGES) {
    const last = pages.at(-1);
    const offset = last ? last.offset + last.entries : 0;
    signal.throwIfAborted();
    const { items, entries, total, hasMore } = await ask(offset);
    const page: ListPage = { offset, entries, items, total, mark };
    signal.throwIfAborted();
    await lists.addPage(accountId, part, page);
    pages.push(page);
    if (isEnough?.(pages) || !hasMore) break;
    await pause();
  }
  return pages;
}

interface Gathered {
  items: PlaylistItem[];
  unreadable: number;
  /** No page shows that the list changed between it and another. */
  isExact: boolean;
}

function gather(pages: readonly ListPage[]): Gathered {
  const items = pages.flatMap((page) => page.items);
  const entries = pages.reduce((sum, page) => sum + page.entries, 0);
  const totals = new Set(pages.map(({ total }) => total));
  const isExact = totals.size <= 1 && withoutDoubles(items).length === items.length;
  return { items, unreadable: entries - items.length, isExact };
}

/** Somebody else's, or gone since it was listed. */
function isClosed(error: unknown): boolean {
  return (
    error instanceof AppError && (error.code === 'api/forbidden' || error.code === 'api/not-found')
  );
}

function keepRefusal(error: unknown): AppError {
  if (error instanceof AppError && error.code === 'api/forbidden') return error;
  throw error;
}
