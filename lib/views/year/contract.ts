/** A year in review: what one calendar year of music was, in figures for a few cards. */
import { z } from '../../domain/schema.ts';
import { Entry } from '../entry.ts';

/** Whole milliseconds; plays beside the time of all streams. */
const amount = { plays: z.int(), playedMs: z.number() };
/** An artist, a song or an album of it. */
const Ranked = z.extend(Entry, amount);

export const YearReview = z.object({
  year: z.int(),
  /** Days of the year so far; all of a year that is over. */
  days: z.int(),
  /** Those of them of which anything is known. */
  daysRecorded: z.int(),
  /** True while the year is not over. */
  running: z.boolean(),
  /** The record begins in it: what is new in it may have been heard before. */
  beginsRecord: z.boolean(),
  ...amount,
  /** Days with a play. */
  daysHeard: z.int(),
  songs: z.int(),
  artists: z.int(),
  albums: z.int(),
  /** The same days a year earlier; null where they or the year's own are not recorded whole. */
  before: z.nullable(z.object(amount)),
  topArtists: z.array(Ranked),
  topSongs: z.array(Ranked),
  topAlbums: z.array(Ranked),
  /** January to the month the year has reached, with the month's own top artist. */
  months: z.array(
    z.object({
      ...amount,
      covered: z.boolean(),
      /** Covered, but not whole. */
      partly: z.boolean(),
      artist: z.nullable(z.string()),
    }),
  ),
  /** Time of each of the year's days, in ms; null where nothing was recorded. */
  byDay: z.array(z.nullable(z.number())),
  /** The local day (since 1970-01-01) with the most time. */
  bestDay: z.nullable(z.object({ day: z.int(), ...amount })),
  /** Plays: 7 weekdays, Monday first, of 24 hours. */
  byHourOfWeek: z.array(z.array(z.int())),
  /** What was played for the first time ever; the ones of them played most. */
  discovered: z.object({
    artists: z.int(),
    songs: z.int(),
    artist: z.nullable(Ranked),
    song: z.nullable(Ranked),
  }),
  /** Local days since 1970-01-01. */
  obsession: z.nullable(z.extend(Ranked, { firstDay: z.int(), lastDay: z.int() })),
  streak: z.nullable(z.object({ days: z.int(), first: z.int(), last: z.int() })),
  /** UTC ms. */
  session: z.nullable(z.object({ startedAt: z.number(), streams: z.int(), playedMs: z.number() })),
});
export type YearReview = z.infer<typeof YearReview>;

export const YearContract = {
  params: z.object({
    /** Null: the latest with music. */
    year: z.nullable(z.int()),
  }),
  view: z.object({
    /** Every year from the first music to the last, in order. */
    years: z.array(
      z.object({
        year: z.int(),
        ...amount,
        /** False where the history has a gap through all of it. */
        covered: z.boolean(),
      }),
    ),
    /** Null while there is no music in the year asked for. */
    review: z.nullable(YearReview),
  }),
};
export type YearView = z.infer<typeof YearContract.view>;
