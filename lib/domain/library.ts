/** What a listener keeps at Spotify, as an export tells it: playlists and the library. */
import { z } from './schema.ts';

const Text = z.nullable(z.string());

/** A thing in a playlist or in the library; what an export leaves out is null. */
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
  items: z.array(PlaylistItem),
});
export type Playlist = z.infer<typeof Playlist>;

export const Library = z.object({
  saved: z.array(SavedItem),
  /** Tracks and artists the listener asked not to hear. */
  banned: z.array(SavedItem),
});
export type Library = z.infer<typeof Library>;
