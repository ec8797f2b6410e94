/** The player's routes: what was played lately, and what plays now. */
import { ok, refuse, type ApiAnswer, type ApiRequest, type ApiRoute } from './api-answer.ts';
import { shapeTrack } from './api-shapes.ts';
import type { PlayedStream } from './listening.ts';

/** Spotify remembers no more than this. */
const REMEMBERED = 50;
/** A track that ran for less does not show up. */
const COUNTED_MS = 30_000;
const LOOKBACK_MS = 60 * 86_400_000;

export const playerRoutes: readonly ApiRoute[] = [
  {
    path: /^\/me\/player\/recently-played$/,
    scopes: ['user-read-recently-played'],
    answer: answerRecentlyPlayed,
  },
  {
    path: /^\/me\/player\/currently-playing$/,
    scopes: ['user-read-currently-playing', 'user-read-playback-state'],
    answer: answerCurrentlyPlaying,
  },
];

interface Play {
  stream: PlayedStream;
  playedAt: number;
}

function answerRecentlyPlayed(request: ApiRequest): ApiAnswer {
  const { url, shapes } = request;
  const limit = Number(url.searchParams.get('limit') ?? 20);
  if (!Number.isInteger(limit) || limit < 1 || limit > REMEMBERED) {
    return refuse(400, 'Invalid limit');
  }
  const after = url.searchParams.get('after');
  const before = url.searchParams.get('before');
  if (after !== null && before !== null) {
    return refuse(400, 'Only one of after and before can be specified');
  }
  if ([after, before].some((cursor) => cursor !== null && !/^\d+$/.test(cursor))) {
    return refuse(400, 'Invalid cursor');
  }
  const remembered = rememberedPlays(request);
  const matching = remembered.filter(({ playedAt }) =>
    after === null ? before === null || playedAt < Number(before) : playedAt > Number(after),
  );
  // Newest first; after a cursor, the plays that follow it most closely.
  const page = after === null ? matching.slice(0, limit) : matching.slice(-limit);
  const newest = page.at(0)?.playedAt;
  const oldest = page.at(-1)?.playedAt;
  const more = matching.length > page.length;
  const address = `${shapes.apiUrl}/me/player/recently-played`;
  const next = after === null ? `before=${oldest}` : `after=${newest}`;
  return ok({
    href: `${address}${url.search}`,
    items: page.map(({ stream, playedAt }) => ({
      track: shapeTrack(shapes, stream.trackId),
      played_at: new Date(playedAt).toISOString(),
      context: shapeContextOf(request, stream),
    })),
    limit,
    next: more ? `${address}?${next}&limit=${limit}` : null,
    cursors: page.length > 0 ? { after: String(newest), before: String(oldest) } : null,
  });
}

function rememberedPlays({ timeline, listener, now, settings }: ApiRequest): Play[] {
  return timeline
    .streams(listener.key, now - LOOKBACK_MS, now - settings.arrivalDelayMs + 1)
    .filter(({ playedMs }) => playedMs >= COUNTED_MS)
    .slice(-REMEMBERED)
    .map((stream) => ({
      stream,
      playedAt: settings.playedAt === 'end' ? stream.endedAt : stream.startedAt,
    }))
    .toSorted((a, b) => b.playedAt - a.playedAt);
}

function answerCurrentlyPlaying(request: ApiRequest): ApiAnswer {
  const { timeline, listener, now, shapes } = request;
  const stream = timeline.current(listener.key);
  if (!stream) return { status: 204 };
  const item = shapeTrack(shapes, stream.trackId);
  return ok({
    timestamp: stream.startedAt,
    context: shapeContextOf(request, stream),
    progress_ms: Math.min(now - stream.startedAt, item.duration_ms),
    item,
    currently_playing_type: 'track',
    actions: { disallows: { resuming: true } },
    is_playing: true,
  });
}

function shapeContextOf({ shapes }: ApiRequest, { contextAlbumId }: PlayedStream) {
  if (contextAlbumId === null) return null;
  return {
    type: 'album',
    href: `${shapes.apiUrl}/albums/${contextAlbumId}`,
    external_urls: { spotify: `https://open.spotify.com/album/${contextAlbumId}` },
    uri: `spotify:album:${contextAlbumId}`,
  };
}
