/** Somebody's playlists and liked songs at Spotify, in pages of three, and what can go wrong. */
import { AppError } from '../../../lib/domain/app-error.ts';
import type { PlaylistHead, PlaylistItem } from '../../../lib/domain/library.ts';
import type { CollectSavedOptions } from '../../../lib/ingest/collect-saved.ts';
import type { ListedPage } from '../../../lib/spotify/list-calls.ts';

const PAGE = 3;

export function aSong(name: string): PlaylistItem {
  return {
    type: 'track',
    uri: `spotify:track:${name}`,
    name,
    by: 'Somebody',
    album: null,
    addedOn: '2026-11-21',
  };
}

/** Of a list, a song that Spotify no longer knows. */
export const REMOVED = null;

export function createSpotifyLists() {
  const world = {
    /** Names of songs, the latest first. */
    library: [] as (string | null)[],
    playlists: [] as { head: PlaylistHead; songs: (string | null)[]; isClosed?: boolean }[],
    /** Every request. */
    asked: [] as string[],
    /** Thrown by the requests that it answers an error for. */
    fault: (_request: string): AppError | null => null,
    /** What happens at Spotify after each request. */
    meanwhile: () => {},
    addPlaylist,
    client: null as unknown as CollectSavedOptions['client'],
  };

  function addPlaylist(
    id: string,
    songs: (string | null)[],
    change: Partial<PlaylistHead> & { isClosed?: boolean } = {},
  ) {
    const { isClosed = false, ...more } = change;
    const head: PlaylistHead = {
      id,
      uri: `spotify:playlist:${id}`,
      name: id,
      description: null,
      collaborative: false,
      snapshotId: songs.join(),
      ...more,
    };
    world.playlists = world.playlists.filter((other) => other.head.id !== id);
    world.playlists.push({ head, songs, isClosed });
  }

  function answer<S, T>(
    request: string,
    offset: number,
    of: () => readonly S[],
    read: (entry: S) => T[],
  ): ListedPage<T> {
    world.asked.push(`${request} ${offset}`);
    const error = world.fault(`${request} ${offset}`);
    if (error) throw error;
    const all = of();
    const entries = all.slice(offset, offset + PAGE);
    const hasMore = offset + PAGE < all.length;
    const page = { items: entries.flatMap(read), entries: entries.length, hasMore };
    world.meanwhile();
    return { ...page, total: all.length };
  }

  const readSong = (name: string | null) => (name === null ? [] : [aSong(name)]);
  world.client = {
    playlists: async (offset) =>
      answer(
        'playlists',
        offset,
        () => world.playlists,
        ({ head }) => [head],
      ),
    playlistItems: async (id, offset) =>
      answer(
        id,
        offset,
        () => {
          const found = world.playlists.find(({ head }) => head.id === id);
          if (!found) throw new AppError('api/not-found');
          if (found.isClosed) throw new AppError('api/forbidden');
          return found.songs;
        },
        readSong,
      ),
    savedTracks: async (offset) => answer('library', offset, () => world.library, readSong),
  };
  return world;
}
