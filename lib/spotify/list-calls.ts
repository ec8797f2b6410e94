/** The calls that page through what a listener keeps: playlists, their songs, the library. */
import type { PlaylistHead, PlaylistItem } from '../domain/library.ts';
import { z } from '../domain/schema.ts';
import { ApiList, ApiListEnd, ApiListEntry, ApiPlaylist, readEach } from './api-objects.ts';
import { type Call, PAGE_LIMIT } from './calls.ts';
import { toPlaylistHead, toPlaylistItem } from './to-saved.ts';

/** Part of a list, from an offset on. */
export interface ListedPage<T> {
  items: T[];
  /** Entries on this page, those included that hold nothing that could be read. */
  entries: number;
  /** Of the whole list; null when Spotify does not say. */
  total: number | null;
  hasMore: boolean;
}

/** All lists the listener follows, those of other people included, in the listener's order. */
export function playlistsCall(offset: number): Call<ListedPage<PlaylistHead>> {
  return {
    path: '/me/playlists',
    query: { offset, limit: PAGE_LIMIT },
    read: (body) => readPage(body, ApiPlaylist, toPlaylistHead),
  };
}

/** Answered with `api/forbidden` for lists the listener neither owns nor works on. */
export function playlistItemsCall(id: string, offset: number): Call<ListedPage<PlaylistItem>> {
  return {
    path: `/playlists/${encodeURIComponent(id)}/items`,
    query: { offset, limit: PAGE_LIMIT },
    read: (body) => readPage(body, ApiListEntry, toPlaylistItem),
  };
}

/** Liked songs, the latest first. */
export function savedTracksCall(offset: number): Call<ListedPage<PlaylistItem>> {
  return {
    path: '/me/tracks',
    query: { offset, limit: PAGE_LIMIT },
    read: (body) => readPage(body, ApiListEntry, toPlaylistItem),
  };
}

function readPage<S extends z.ZodMiniType, T>(
  body: unknown,
  schema: S,
  toItem: (entry: z.infer<S>) => T,
): ListedPage<T> {
  const { items: candidates } = z.parse(ApiList, body);
  const { total, next } = z.parse(ApiListEnd, body);
  return {
    items: readEach(candidates, schema).map(toItem),
    entries: candidates.length,
    total: total ?? null,
    hasMore: Boolean(next) && candidates.length > 0,
  };
}
