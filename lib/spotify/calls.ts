/**
 * Each call of the Web API as data: where it goes and how its answer is read. Sending and the
 * judging of HTTP statuses are the same for all and stand elsewhere.
 */
import {
  ApiArtist,
  ApiCursors,
  ApiList,
  ApiMe,
  ApiPlay,
  ApiPlaying,
  ApiTrack,
  ApiWholeAlbum,
  readEach,
} from './api-objects.ts';
import { z } from '../domain/schema.ts';

/** A GET below the API's address; `read` throws a ZodError for what the API does not promise. */
export interface Call<T> {
  path: string;
  query: Record<string, string | number>;
  read(body: unknown): T;
  /** What an answer with no content (204) means; without it, such an answer is unreadable. */
  empty?: T;
}

/** Entries that could be read, in Spotify's order, and how many could not. */
export interface Page<T> {
  items: T[];
  unreadable: number;
}

export interface RecentPage extends Page<ApiPlay> {
  /** UTC ms, for the next older page; null when there is none. */
  before: number | null;
}

/** `other` is whatever plays that is not a track: a podcast, an advertisement, a local file. */
export type Playing = { kind: 'track'; track: ApiTrack } | { kind: 'other' | 'nothing' };

/** Who is signed in. */
export interface Identity {
  id: string;
  displayName: string | null;
}

/** Most entries a page may have, anywhere in the Web API. */
export const PAGE_LIMIT = 50;

/** Spotify's spans for top lists: about 4 weeks, and about a year. */
export type TopRange = 'short_term' | 'long_term';

export function meCall(): Call<Identity> {
  return {
    path: '/me',
    query: {},
    read(body) {
      const { account_id, display_name } = z.parse(ApiMe, body);
      return { id: account_id, displayName: display_name || null };
    },
  };
}

/** `after` and `before` are UTC ms, exclusive; Spotify takes one of them at most. */
export function recentlyPlayedCall(options: {
  after?: number;
  before?: number;
  limit: number;
}): Call<RecentPage> {
  return {
    path: '/me/player/recently-played',
    query: options,
    read(body) {
      const before = Number(z.parse(ApiCursors, body).cursors?.before ?? Number.NaN);
      return { ...readPage(body, ApiPlay), before: Number.isFinite(before) ? before : null };
    },
  };
}

export function currentlyPlayingCall(): Call<Playing> {
  return {
    path: '/me/player/currently-playing',
    query: {},
    empty: { kind: 'nothing' },
    read(body) {
      const { item, is_playing } = z.parse(ApiPlaying, body);
      if (is_playing === false) return { kind: 'nothing' };
      const track = z.safeParse(ApiTrack, item);
      return track.success ? { kind: 'track', track: track.data } : { kind: 'other' };
    },
  };
}

export function topArtistsCall(range: TopRange, limit: number): Call<Page<ApiArtist>> {
  return {
    path: '/me/top/artists',
    query: { time_range: range, limit },
    read: (body) => readPage(body, ApiArtist),
  };
}

export function topTracksCall(range: TopRange, limit: number): Call<Page<ApiTrack>> {
  return {
    path: '/me/top/tracks',
    query: { time_range: range, limit },
    read: (body) => readPage(body, ApiTrack),
  };
}

/** By id; the batch forms are gone. */
export function trackCall(id: string): Call<ApiTrack> {
  return { path: `/tracks/${id}`, query: {}, read: (body) => z.parse(ApiTrack, body) };
}

export function albumCall(id: string): Call<ApiWholeAlbum> {
  return { path: `/albums/${id}`, query: {}, read: (body) => z.parse(ApiWholeAlbum, body) };
}

export function artistCall(id: string): Call<ApiArtist> {
  return { path: `/artists/${id}`, query: {}, read: (body) => z.parse(ApiArtist, body) };
}

/** One null or local file does not cost the whole page. */
function readPage<T extends z.ZodMiniType>(body: unknown, entry: T): Page<z.infer<T>> {
  const { items: candidates } = z.parse(ApiList, body);
  const items = readEach(candidates, entry);
  return { items, unreadable: candidates.length - items.length };
}
