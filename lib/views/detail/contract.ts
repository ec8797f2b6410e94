/** The page of one artist, album or song. */
import { z } from '../../domain/schema.ts';
import { Entry } from '../entry.ts';
import { StreamsContract } from '../streams/contract.ts';
import { SubjectName } from '../subject-of.ts';

/** Streams told of with the rest; more are asked for by themselves. */
export const FIRST_STREAMS = 15;

const Amounts = z.object({ plays: z.int(), playedMs: z.number() });

/** A song or an album of it, with its own amounts in the range. */
export const Part = z.object({ entry: Entry, plays: z.int(), playedMs: z.number() });
export type Part = z.infer<typeof Part>;

/** A play, with the song that was played. UTC ms. */
const PlayAt = z.object({ at: z.number(), song: Entry });

/** A month of the history, counted from January 1970, and the place in it. */
export const RankedMonth = z.object({
  month: z.int(),
  /** By plays, among all of its kind heard in that month; null where it was not heard. */
  rank: z.nullable(z.int()),
  among: z.int(),
  plays: z.int(),
  covered: z.boolean(),
});
export type RankedMonth = z.infer<typeof RankedMonth>;

export const Detail = z.object({
  entry: Entry,
  /** `2019`, `2019-05` or `2019-05-12`; null where unknown, and for an artist. */
  releaseDate: z.nullable(z.string()),
  /** Of an artist, where Spotify still says them. */
  genres: z.array(z.string()),
  /** Others credited on the song. */
  credits: z.array(z.string()),
  /** Length of the song in ms, where known. */
  durationMs: z.nullable(z.number()),

  /** Of the whole history, whatever the range. */
  ever: z.extend(Amounts, {
    firstPlay: z.nullable(PlayAt),
    lastPlay: z.nullable(PlayAt),
  }),
  /** In the range. */
  amounts: z.extend(Amounts, { streams: z.int() }),
  /** Skips for each stream of which the end is known; null where none is. */
  skipRate: z.nullable(z.number()),
  /** Of all music of the range, by time, 0 … 1. */
  share: z.number(),
  /** By plays, among all of its kind in the range; null where it was not heard. */
  place: z.nullable(z.object({ rank: z.int(), among: z.int() })),
  /** In the range compared with; null where nothing is compared, or nothing is known of it. */
  before: z.nullable(z.extend(Amounts, { rank: z.nullable(z.int()) })),

  steps: z.array(
    z.object({
      start: z.number(),
      plays: z.int(),
      playedMs: z.number(),
      covered: z.boolean(),
      /** Covered, but not whole. */
      partly: z.boolean(),
    }),
  ),
  stepUnit: z.enum(['hour', 'day', 'month']),
  /** From the month of its first stream to the present one, whatever the range. */
  months: z.array(RankedMonth),
  /** Plays in the range: 7 weekdays, Monday first, of 24 hours. */
  hours: z.array(z.array(z.int())),
  /** Whether any of each weekday of the range, Monday first, is known. */
  recordedWeekdays: z.array(z.boolean()),

  /** Ranked by plays in the range: an artist's, or an album's; and how many there are. */
  songs: z.array(Part),
  songCount: z.int(),
  /** Ranked in the same way: an artist's, or those a song is on. */
  albums: z.array(Part),
  albumCount: z.int(),

  /** Newest first: the first page of those in the range. */
  streams: StreamsContract.view,
});
export type Detail = z.infer<typeof Detail>;

export const DetailContract = {
  params: SubjectName,
  /** Null when nothing of this name was ever heard. */
  view: z.nullable(Detail),
};
export type DetailView = z.infer<typeof DetailContract.view>;
