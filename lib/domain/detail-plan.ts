/** What is to be asked of Spotify next about an account's music: kept, so that no restart loses it. */
import { z } from './schema.ts';

const Amount = z.object({ done: z.int(), total: z.int() });

/** Things an account has heard that Spotify can be asked about, and those it was asked about. */
export const DetailCounts = z.object({ albums: Amount, artists: Amount, tracks: Amount });
export type DetailCounts = z.infer<typeof DetailCounts>;

/** A question to Spotify: about the thing itself, or for the sake of what comes along. */
export const DetailTask = z.object({
  uri: z.string(),
  /**
   * What of the counts it settles: a track may be asked about for its album's date and cover. Null
   * for an album that is asked for the lengths of its tracks.
   */
  settles: z.nullable(z.enum(['albums', 'artists', 'tracks'])),
});
export type DetailTask = z.infer<typeof DetailTask>;

export const DetailPlan = z.object({
  /** What pages show at this moment: asked for before everything else, the latest first. */
  wanted: z.array(z.string()),
  /** The best to ask for next, best first; an excerpt of what there is. */
  next: z.array(DetailTask),
  /** Null before the first look at the history. */
  counts: z.nullable(DetailCounts),
  /** UTC ms; null asks for a new plan. */
  plannedAt: z.nullable(z.number()),
  /** Of the history the plan was made for. */
  revision: z.int(),
  /** The last answer about this one made no sense; the next that does not is believed to be about it. */
  suspect: z.nullable(z.string()),
});
export type DetailPlan = z.infer<typeof DetailPlan>;

export const NO_PLAN: DetailPlan = {
  wanted: [],
  next: [],
  counts: null,
  plannedAt: null,
  revision: 0,
  suspect: null,
};
