/** What a Web API route takes and gives: shared by all groups of routes. */
import type { ShapeContext } from './api-shapes.ts';
import type { Library } from './library.ts';
import type { Listener } from './listeners.ts';
import type { Settings } from './settings.ts';
import type { Timeline } from './timeline.ts';

export interface ApiRequest {
  listener: Listener;
  /** The address as it was called, with its query. */
  url: URL;
  /** What stood in the variable part of the path. */
  id: string;
  /** UTC ms on the server's clock. */
  now: number;
  settings: Settings;
  timeline: Timeline;
  library: Library;
  shapes: ShapeContext;
}

/** A body of `undefined` is an answer with none. */
export interface ApiAnswer {
  status: number;
  body?: unknown;
}

export interface ApiRoute {
  /** Against the path after `/v1`; one group at most, the id. */
  path: RegExp;
  /** The token needs at least one of them; none means any token will do. */
  scopes: readonly string[];
  answer(request: ApiRequest): ApiAnswer;
}

export const ok = (body: unknown): ApiAnswer => ({ status: 200, body });

/** Spotify's regular error object. */
export function refuse(status: number, message: string, reason?: string): ApiAnswer {
  return { status, body: { error: { status, message, ...(reason && { reason }) } } };
}

/** `limit` and `offset` as Spotify checks them, or the refusal. */
export function readPaging(
  { searchParams }: URL,
  fallback = 20,
): { limit: number; offset: number } | ApiAnswer {
  const limit = Number(searchParams.get('limit') ?? fallback);
  const offset = Number(searchParams.get('offset') ?? 0);
  if (!Number.isInteger(limit) || limit < 1 || limit > 50) return refuse(400, 'Invalid limit');
  if (!Number.isInteger(offset) || offset < 0) return refuse(400, 'Invalid offset');
  return { limit, offset };
}

/** One page of a longer list, with the addresses of its neighbours. */
export function answerPage<T>(
  { url, shapes }: ApiRequest,
  all: readonly T[],
  shape: (item: T) => unknown,
): ApiAnswer {
  const paging = readPaging(url);
  if ('status' in paging) return paging;
  const { limit, offset } = paging;
  const addressOf = (at: number) => {
    const address = new URL(`${shapes.apiUrl}${url.pathname.slice('/v1'.length)}${url.search}`);
    address.searchParams.set('offset', String(at));
    address.searchParams.set('limit', String(limit));
    return address.href;
  };
  return ok({
    href: addressOf(offset),
    limit,
    next: offset + limit < all.length ? addressOf(offset + limit) : null,
    offset,
    previous: offset > 0 ? addressOf(Math.max(0, offset - limit)) : null,
    total: all.length,
    items: all.slice(offset, offset + limit).map(shape),
  });
}
