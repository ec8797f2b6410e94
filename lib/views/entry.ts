/** One artist, song or album of a list: its name, and what leads to it. */
import { z } from '../domain/schema.ts';

export const Entry = z.object({
  name: z.string(),
  /** Of a song or an album; null for an artist, and where none is known. */
  artist: z.nullable(z.string()),
  coverUrl: z.nullable(z.string()),
  /** `spotify:…`, for the link; null where unknown. */
  uri: z.nullable(z.string()),
});
export type Entry = z.infer<typeof Entry>;
