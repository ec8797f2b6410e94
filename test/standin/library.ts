/** What follows from the listening: top lists, saved items and playlists, each a function of time. */
import { catalog, entryOf } from './catalog.ts';
import { LISTENERS, type ListenerKey } from './listeners.ts';
import { LISTENING_BEGAN, type Listening, type PlayedStream } from './listening.ts';
import { fractionOf } from '../../lib/sample/random.ts';
import { base62Of } from './spotify-ids.ts';

export interface SavedItem {
  id: string;
  /** UTC ms. */
  addedAt: number;
}

export interface Playlist {
  id: string;
  name: string;
  description: string;
  ownerId: string;
  ownerName: string;
  collaborative: boolean;
  isPublic: boolean;
  hasImage: boolean;
  entries: PlaylistEntry[];
}

/** A track, a file on somebody's own disk, or something that Spotify has since removed. */
export interface PlaylistEntry {
  kind: 'track' | 'local' | 'removed';
  trackId: string;
  addedAt: number;
}

export interface Library {
  /** Identifiers, most played first. */
  rank(kind: 'artists' | 'tracks', streams: readonly PlayedStream[]): string[];
  /** Newest first. */
  savedTracks(listener: ListenerKey, now: number): SavedItem[];
  /** Newest first. */
  savedAlbums(listener: ListenerKey, now: number): SavedItem[];
  playlists(listener: ListenerKey, now: number): Playlist[];
}

const DAY = 86_400_000;

/** Names, and the stretch of listening (days since the first one) from which each was put together. */
const OWN_PLAYLISTS: Record<ListenerKey, readonly (readonly [string, number, number])[]> = {
  mira: [
    ['Küche, Sonntag', 60, 90],
    ['Long way home', 420, 60],
    ['夜', 700, 120],
    ['Arbeit (leise)', 900, 200],
    ['مساء هادئ', 1240, 45],
    ['The train from Basel, or: eleven hours and one very good window seat', 1500, 40],
    ['2025, kept', 1520, 365],
    ['🌧️', 1900, 60],
  ],
  tomas: [
    ['Gym', 30, 200],
    ['Viernes', 500, 90],
    ['Slow ones', 1000, 150],
    ['Abuela’s kitchen', 1400, 60],
    ['2026 so far', 1885, 300],
  ],
};

/** Generated once per listener and day; the scan of all years is the expensive part. */
export function createLibrary(listening: Listening): Library {
  const known = new Map<string, unknown>();
  const remember = <T>(key: string, create: () => T): T => {
    if (!known.has(key)) known.set(key, create());
    return known.get(key) as T;
  };

  const saved = (
    listener: ListenerKey,
    now: number,
    idOf: (stream: PlayedStream) => string | null,
    plays: number,
  ): SavedItem[] => {
    const counts = new Map<string, number>();
    const items: SavedItem[] = [];
    for (const stream of listening.streamsBetween(listener, LISTENING_BEGAN, now)) {
      const id = stream.skipped ? null : idOf(stream);
      if (id === null || fractionOf('saved', listener, id) > 0.35) continue;
      const count = (counts.get(id) ?? 0) + 1;
      counts.set(id, count);
      if (count === plays) items.push({ id, addedAt: stream.endedAt });
    }
    return items.toReversed();
  };

  const createPlaylists = (listener: ListenerKey, now: number): Playlist[] => {
    const owner = LISTENERS[listener];
    return OWN_PLAYLISTS[listener].flatMap(([name, day, days], index) => {
      const from = LISTENING_BEGAN + day * DAY;
      if (from > now) return [];
      const heard = listening.streamsBetween(listener, from, Math.min(now, from + days * DAY));
      const trackIds = rank('tracks', heard).slice(0, 18 + ((day * 7) % 60));
      const entries = trackIds.map((trackId, at) => ({
        kind: kindOf(index, at),
        trackId,
        addedAt: from + Math.floor((at / trackIds.length) * days * DAY),
      }));
      return [
        {
          id: base62Of(['playlist', listener, name]),
          name,
          description: index % 3 === 0 ? 'Kept since it mattered.' : '',
          ownerId: owner.userId,
          ownerName: owner.displayName,
          collaborative: index === 1,
          isPublic: index % 2 === 0,
          hasImage: entries.length > 0,
          entries,
        },
      ];
    });
  };

  return {
    rank,
    savedTracks: (listener, now) =>
      remember(`tracks ${listener} ${Math.floor(now / DAY)}`, () =>
        saved(listener, now, ({ trackId }) => trackId, 5),
      ),
    savedAlbums: (listener, now) =>
      remember(`albums ${listener} ${Math.floor(now / DAY)}`, () =>
        saved(listener, now, ({ contextAlbumId }) => contextAlbumId, 20),
      ),
    playlists: (listener, now) =>
      remember(`playlists ${listener} ${Math.floor(now / DAY)}`, () => {
        const other: ListenerKey = listener === 'mira' ? 'tomas' : 'mira';
        // The other's list is only followed, and the other's collaborative one is worked on together.
        const followed = createPlaylists(other, now).filter((_, index) => index < 2);
        return [
          ...createPlaylists(listener, now),
          ...followed,
          EDITORIAL,
          createEmptyPlaylist(listener),
        ];
      }),
  };
}

function kindOf(playlist: number, at: number): PlaylistEntry['kind'] {
  if (playlist % 3 !== 1) return 'track';
  return at === 3 ? 'removed' : at === 7 ? 'local' : 'track';
}

function rank(kind: 'artists' | 'tracks', streams: readonly PlayedStream[]): string[] {
  const scores = new Map<string, { plays: number; playedMs: number }>();
  for (const { trackId, playedMs } of streams) {
    const id = kind === 'tracks' ? trackId : entryOf(catalog.tracks, trackId).artistIds[0];
    if (id === undefined || playedMs < 30_000) continue;
    const score = scores.get(id) ?? { plays: 0, playedMs: 0 };
    score.plays += 1;
    score.playedMs += playedMs;
    scores.set(id, score);
  }
  return [...scores]
    .toSorted(([, a], [, b]) => b.plays - a.plays || b.playedMs - a.playedMs)
    .map(([id]) => id);
}

const EDITORIAL: Playlist = {
  id: base62Of(['playlist', 'editorial', 'New Invented Friday']),
  name: 'New Invented Friday',
  description: 'A list made by an editor: its entries are nobody else’s business.',
  ownerId: 'invented-editorial',
  ownerName: 'Invented Editorial',
  collaborative: false,
  isPublic: true,
  hasImage: true,
  entries: [...catalog.tracks.keys()]
    .slice(0, 50)
    .map((trackId) => ({ kind: 'track', trackId, addedAt: LISTENING_BEGAN })),
};

const createEmptyPlaylist = (listener: ListenerKey): Playlist => ({
  id: base62Of(['playlist', listener, 'New playlist']),
  name: 'New playlist',
  description: '',
  ownerId: LISTENERS[listener].userId,
  ownerName: LISTENERS[listener].displayName,
  collaborative: false,
  isPublic: false,
  hasImage: false,
  entries: [],
});
