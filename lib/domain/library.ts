/** What a listener keeps at Spotify, as exports and the Web API tell it: playlists and the library. */
import { z } from './schema.ts';

const Text = z.nullable(z.string());

/** A thing in a playlist or in the library; what is not told of it is null. */
export const SavedItem = z.object({
  type: z.enum(['track', 'album', 'artist', 'show', 'episode', 'audiobook', 'local']),
  /** `spotify:…`; of a local file `spotify:local:Artist:Album:Title:Seconds`. */
  uri: Text,
  /** The thing's own name. */
  name: Text,
  /** The artist of a track or an album, the show of an episode, the publisher of a show. */
  by: Text,
  /** Of a track. */
  album: Text,
});
export type SavedItem = z.infer<typeof SavedItem>;

/** What counts as a song of a playlist or a library. */
export function isSong({ type }: SavedItem): boolean {
  return type === 'track' || type === 'local';
}

export const PlaylistItem = z.extend(SavedItem, {
  /** `YYYY-MM-DD`, the day it was added. */
  addedOn: Text,
});
export type PlaylistItem = z.infer<typeof PlaylistItem>;

/** Collaborators are other people: they are never kept. */
export const Playlist = z.object({
  name: z.string(),
  description: Text,
  /** `YYYY-MM-DD`. */
  modifiedOn: Text,
  followers: z.nullable(z.int()),
  /** `spotify:playlist:…`; an export names none. */
  uri: z._default(Text, null),
  items: z.array(PlaylistItem),
});
export type Playlist = z.infer<typeof Playlist>;

export const Library = z.object({
  saved: z.array(SavedItem),
  /** Tracks and artists the listener asked not to hear. */
  banned: z.array(SavedItem),
});
export type Library = z.infer<typeof Library>;

/** A playlist as the Web API lists it: without its songs. */
export const PlaylistHead = z.object({
  /** Spotify's. */
  id: z.string(),
  uri: Text,
  name: z.string(),
  description: Text,
  collaborative: z.boolean(),
  /** Another one after every change of the playlist; null when Spotify names none. */
  snapshotId: Text,
});
export type PlaylistHead = z.infer<typeof PlaylistHead>;

/** What is kept, and whether the Web API told it (UTC ms of its answers) or an export (null). */
export interface KeptThings {
  playlists: Playlist[];
  playlistsAt: number | null;
  library: Library | null;
  libraryAt: number | null;
}

export const NOTHING_KEPT: KeptThings = {
  playlists: [],
  playlistsAt: null,
  library: null,
  libraryAt: null,
};
