/** The dashboard's first page: how much, its shape, what was heard most, what is new, and what last. */
import { z } from '../../domain/schema.ts';
import { TopEntry, TopSource } from '../../domain/snapshot.ts';
import { Part } from '../detail/contract.ts';
import { StreamsContract } from '../streams/contract.ts';

/** Of music in a range. */
export const Amounts = z.object({
  plays: z.int(),
  playedMs: z.number(),
  /** Distinct, with a stream however short. */
  songs: z.int(),
  artists: z.int(),
  /** Those of them with a play. */
  playedSongs: z.int(),
  playedArtists: z.int(),
  /** Of the songs played, those never played before, 0 … 1; null without a song. */
  firstTimeShare: z.nullable(z.number()),
});
export type Amounts = z.infer<typeof Amounts>;

/** Local days since 1970-01-01, both inclusive. */
const Days = z.object({ first: z.int(), last: z.int() });
const Streak = z.extend(Days, { days: z.int() });

/** The first of a ranking, and their share of all plays of the range. */
const Top = z.object({ entries: z.array(TopEntry), share: z.nullable(z.number()) });

export const OverviewContract = {
  params: z.object({}),
  view: z.object({
    amounts: Amounts,
    /** In the range compared with; null where nothing is compared, or nothing is known of it. */
    before: z.nullable(Amounts),
    /** First and last stream of music in the range, UTC ms; null where there is none. */
    firstAt: z.nullable(z.number()),
    lastAt: z.nullable(z.number()),
    /** Days from the first stream, or the range's first day if it is later, up to its last or today. */
    days: z.int(),
    /** Those of them of which anything is known. */
    recordedDays: z.int(),

    steps: z.array(
      z.object({
        start: z.number(),
        playedMs: z.number(),
        plays: z.int(),
        covered: z.boolean(),
        /** Covered, but not whole. */
        partly: z.boolean(),
      }),
    ),
    stepUnit: z.enum(['hour', 'day', 'month']),
    /** Time in the steps of the range compared with, where they are as many; null where not whole. */
    stepsBefore: z.nullable(z.array(z.nullable(z.number()))),

    top: z.object({ source: TopSource, artists: Top, songs: Top, albums: Top }),

    /** What was played for the first time ever, in the range or the last four weeks of a long one. */
    news: z.object({
      days: Days,
      artists: z.int(),
      songs: z.int(),
      /** Of what `top` is: songs only where no artist is new. */
      kind: z.enum(['artists', 'songs']),
      /** What is new, by all its plays since. */
      top: z.array(Part),
    }),
    /** The same date in earlier years, latest first, each with its most played song. */
    onThisDay: z.array(
      z.object({ day: z.int(), plays: z.int(), playedMs: z.number(), song: z.nullable(Part) }),
    ),
    /** Of the whole history. */
    streaks: z.object({
      current: z.nullable(Streak),
      /** False where no streak is known, but the day before is not recorded: one may go on unseen. */
      currentKnown: z.boolean(),
      longest: z.nullable(Streak),
    }),
    /** Newest first: the first page of all streams in the range. */
    streams: StreamsContract.view,
    /** What the whole history has seen whole, UTC ms; null while that is nothing. */
    coverage: z.nullable(z.object({ since: z.number(), until: z.number(), gaps: z.int() })),
  }),
};
export type OverviewView = z.infer<typeof OverviewContract.view>;

/** Streams on the first page of them. */
export const RECENT_STREAMS = 10;
