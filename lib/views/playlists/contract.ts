/** The listener's playlists, by how much of them is heard; and one of them song by song. */
import { z } from '../../domain/schema.ts';
import { KeptSong } from '../kept-song.ts';

const ListedPlaylist = z.object({
  name: z.string(),
  /** In the range, of its songs. */
  plays: z.int(),
  playedMs: z.number(),
  /** Distinct songs on it, and how many of them were ever played. */
  songs: z.int(),
  songsPlayed: z.int(),
  /** Songs without a play for a year, or ever. */
  dead: z.int(),
  /** Of these, songs that were never played. */
  neverPlayed: z.int(),
  /** UTC ms; null where none of it was ever heard. */
  lastHeardAt: z.nullable(z.number()),
});
export type ListedPlaylist = z.infer<typeof ListedPlaylist>;

export const PlaylistsContract = {
  params: z.object({
    by: z.enum(['plays', 'time']),
    /** The name of the one to be opened; null for the first that has dead songs. */
    open: z.nullable(z.string()),
  }),
  view: z.object({
    /** They stand as an import brought them: Spotify itself was not asked yet. */
    fromExport: z.boolean(),
    playlists: z.array(ListedPlaylist),
    /** Null when none has this name, or none asked for has dead songs. */
    open: z.nullable(
      z.object({
        name: z.string(),
        neverPlayed: z.array(KeptSong),
        unheardForAYear: z.array(KeptSong),
      }),
    ),
  }),
};
export type PlaylistsView = z.infer<typeof PlaylistsContract.view>;
