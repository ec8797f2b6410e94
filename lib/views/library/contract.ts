/** The library held against the history: liked and not played, played and not liked. */
import { z } from '../../domain/schema.ts';
import { Entry } from '../entry.ts';
import { KeptSong } from '../kept-song.ts';

/** The first of a list, and how many there are. */
const Songs = z.object({ total: z.int(), songs: z.array(KeptSong) });

const LovedSong = z.extend(Entry, { plays: z.int(), playedMs: z.number() });
export type LovedSong = z.infer<typeof LovedSong>;

export const LibraryContract = {
  params: z.object({
    /** Entries of each list. */
    limit: z.int().check(z.minimum(1), z.maximum(100_000)),
  }),
  /** Null while nothing is known of a library. */
  view: z.nullable(
    z.object({
      /** It stands as an import brought it: Spotify itself was not asked yet. */
      fromExport: z.boolean(),
      /** Distinct songs in it. */
      liked: z.int(),
      neverPlayed: Songs,
      unheardForAYear: Songs,
      /** Ten plays or more, and not liked. */
      lovedNotLiked: z.object({ total: z.int(), songs: z.array(LovedSong) }),
    }),
  ),
};
export type LibraryView = z.infer<typeof LibraryContract.view>;
