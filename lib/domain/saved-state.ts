/** How collecting playlists and liked songs goes for one account; the pages show it. */
import { ErrorRecord } from './app-error.ts';
import { z } from './schema.ts';

export const SavedState = z.object({
  /** UTC ms of Spotify's last word on which playlists there are; null before the first. */
  playlistsAt: z.nullable(z.number()),
  /** How many there are, and how many of them Spotify does not let the listener look into. */
  playlists: z.int(),
  refused: z.int(),
  /** Playlists whose songs are still to be read. */
  unread: z.int(),
  /** UTC ms at which the liked songs were read whole; null before the first time. */
  libraryAt: z.nullable(z.number()),
  songs: z.int(),
  /** What is being read now, in playlists or in songs; null when nothing is. */
  reading: z.nullable(
    z.object({
      what: z.enum(['playlists', 'library']),
      done: z.int(),
      /** Null while it is not known. */
      total: z.nullable(z.int()),
    }),
  ),
  /** Why the last attempt ended early; null when it did not. */
  lastError: z.nullable(z.object({ at: z.number(), error: ErrorRecord })),
});
export type SavedState = z.infer<typeof SavedState>;
