/** The head of the all-time rankings, ready made: what a page shows before it has read the history. */
import { z } from './schema.ts';
import { TopEntry } from './snapshot.ts';

/** Places of each ranking. */
export const ROLLUP_PLACES = 250;

export const Rollup = z.object({
  schema: z.literal(1),
  /** Of the history it was computed from: with any other it is out of date. */
  revision: z.int(),
  /** By plays. */
  top: z.object({
    artists: z.array(TopEntry),
    songs: z.array(TopEntry),
    albums: z.array(TopEntry),
  }),
});
export type Rollup = z.infer<typeof Rollup>;
