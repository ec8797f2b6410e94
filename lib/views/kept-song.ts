/** A song on a list of the listener's: with what became of it here. */
import type { Dataset } from '../dataset/dataset.ts';
import type { SavedItem } from '../domain/library.ts';
import { z } from '../domain/schema.ts';
import { artistName, songTitle } from '../stats/names.ts';
import type { UnheardSong } from '../stats/unheard-songs.ts';

export const KeptSong = z.object({
  name: z.string(),
  artist: z.nullable(z.string()),
  uri: z.nullable(z.string()),
  /** False where the history has never met it: it has no page of its own. */
  known: z.boolean(),
  plays: z.int(),
  /** UTC ms; null where it was never heard. */
  lastHeardAt: z.nullable(z.number()),
});
export type KeptSong = z.infer<typeof KeptSong>;

/** Named as the history names it, or as the list does. */
export function describeKept(
  { dictionary }: Dataset,
  things: readonly SavedItem[],
  { place, song, plays, lastHeardAt }: UnheardSong,
): KeptSong {
  const { name, by, uri } = things[place]!;
  const known = song !== null;
  return {
    name: (known ? songTitle(dictionary, song) : name) ?? uri ?? '',
    artist: known ? artistName(dictionary, dictionary.songs.artist[song]!) : by,
    uri,
    known,
    plays,
    lastHeardAt,
  };
}
