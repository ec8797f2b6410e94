/** Taste: what lasts, what comes and goes, how varied and how new it is. One view for each part. */
import { z } from '../../domain/schema.ts';
import { TopEntry, TopSource } from '../../domain/snapshot.ts';
import { Entry } from '../entry.ts';

/** Plays, and the time of all streams in ms. */
const amount = { plays: z.int(), playedMs: z.number() };
/** A local day since 1970-01-01. */
const Day = z.int();
const Days = z.object({ first: Day, last: Day });

/** What Spotify's own top lists say, while the history is too young: in its order. */
const SpotifyList = z.nullable(z.object({ source: TopSource, entries: z.array(TopEntry) }));
export type SpotifyList = z.infer<typeof SpotifyList>;

export const LastingContract = {
  params: z.object({}),
  view: z.object({
    /** The day looked back from; who was first played after `firstPlayBy` has no place yet. */
    asOf: Day,
    firstPlayBy: Day,
    /** How many there are; the list may be shorter. */
    found: z.int(),
    artists: z.array(
      z.object({
        entry: Entry,
        firstDay: Day,
        quarters: z.int(),
        quartersSince: z.int(),
        ...amount,
        /** Plays in each quarter since the first, that of `asOf` last. */
        byQuarter: z.array(z.int()),
      }),
    ),
    /** Of the quarters up to that of `asOf`, as many as any artist has: whether anything is known. */
    covered: z.array(z.boolean()),
    spotifyList: SpotifyList,
  }),
};
export type LastingView = z.infer<typeof LastingContract.view>;

const changes = {
  asOf: Day,
  /** The last 90 days, and the two years before; with all music of each, in ms. */
  recent: Days,
  earlier: Days,
  recentMs: z.number(),
  earlierMs: z.number(),
  /** Local month (counted from January 1970) of the first value of each `byMonth`. */
  firstMonth: z.int(),
  /** Whether anything is known of each of these months. */
  covered: z.array(z.boolean()),
  found: z.int(),
  artists: z.array(
    z.object({
      entry: Entry,
      earlierShare: z.number(),
      recentShare: z.number(),
      earlierMs: z.number(),
      recentMs: z.number(),
      /** Time in each month of both periods, in ms. */
      byMonth: z.array(z.number()),
    }),
  ),
  spotifyList: SpotifyList,
};

export const FallingContract = { params: z.object({}), view: z.object(changes) };
export const RisingContract = { params: z.object({}), view: z.object(changes) };
export type ChangesView = z.infer<typeof FallingContract.view>;

export const GemsContract = {
  params: z.object({}),
  view: z.object({
    found: z.int(),
    /** Streams whose end is told: without any there is no skip rate. */
    knownEnds: z.int(),
    songs: z.array(
      z.object({
        entry: Entry,
        ...amount,
        skipRate: z.number(),
        months: z.int(),
        monthsSince: z.int(),
        /** 0 … 100, where Spotify says it. */
        popularity: z.nullable(z.int()),
      }),
    ),
  }),
};
export type GemsView = z.infer<typeof GemsContract.view>;

/** The year of a release, or the first of its decade; null is "year unknown". */
const Released = z.nullable(z.int());

export const ReleasesContract = {
  params: z.object({}),
  view: z.object({
    years: z.array(z.object({ year: Released, ...amount })),
    decades: z.array(z.object({ year: Released, ...amount })),
    /** By calendar year of listening: time in ms by decade of release, in the order of `decades`. */
    trend: z.object({
      decades: z.array(Released),
      years: z.array(z.object({ year: z.int(), playedMs: z.array(z.number()) })),
    }),
    spotifyList: SpotifyList,
  }),
};
export type ReleasesView = z.infer<typeof ReleasesContract.view>;

export const SEASONS = ['winter', 'spring', 'summer', 'autumn'] as const;
export type SeasonKey = (typeof SEASONS)[number];

export const SeasonsContract = {
  params: z.object({
    /** Null: that of the time zone. */
    hemisphere: z.nullable(z.enum(['northern', 'southern'])),
  }),
  view: z.object({
    hemisphere: z.enum(['northern', 'southern']),
    /** Those with music, in time order. */
    seasons: z.array(
      z.object({
        season: z.enum(SEASONS),
        /** Of its first month. */
        year: z.int(),
        artists: z.int(),
        songs: z.int(),
        firstTimeShare: z.nullable(z.number()),
        evenness: z.nullable(z.number()),
        /** Why it is not whole, and so not to be held against others; null where it is. */
        part: z.nullable(z.enum(['not-recorded', 'not-in-range', 'not-over'])),
      }),
    ),
    /** Those of the same years without music, and why. */
    silent: z.array(
      z.object({
        season: z.enum(SEASONS),
        year: z.int(),
        why: z.enum(['not-heard', 'not-recorded', 'not-begun', 'not-in-range']),
      }),
    ),
  }),
};
export type SeasonsView = z.infer<typeof SeasonsContract.view>;

export const DiscoveriesContract = {
  params: z.object({}),
  view: z.object({
    /** Local month (counted from January 1970) of the first entry of `months`. */
    firstMonth: z.int(),
    /** All months of the range from the first music on. */
    months: z.array(
      z.object({
        artists: z.int(),
        songs: z.int(),
        covered: z.boolean(),
        /** Covered, but not whole. */
        partly: z.boolean(),
      }),
    ),
    /** Discovered in the range, by plays until today. */
    stayed: z.array(z.object({ entry: Entry, firstDay: Day, ...amount })),
  }),
};
export type DiscoveriesView = z.infer<typeof DiscoveriesContract.view>;

export const ForgottenContract = {
  params: z.object({}),
  view: z.object({
    asOf: Day,
    /** What was heard after this day is not forgotten. */
    unheardSince: Day,
    songs: z.array(
      z.object({
        entry: Entry,
        /** Among the top 200 songs ever. */
        rank: z.int(),
        ...amount,
        /** UTC ms. */
        lastHeardAt: z.number(),
      }),
    ),
  }),
};
export type ForgottenView = z.infer<typeof ForgottenContract.view>;

export const OnThisDayContract = {
  params: z.object({
    /** Null: today. */
    day: z.nullable(Day),
  }),
  view: z.object({
    day: Day,
    /** The latest first. */
    days: z.array(
      z.object({
        day: Day,
        ...amount,
        songs: z.array(z.object({ entry: Entry, ...amount })),
      }),
    ),
  }),
};
export type OnThisDayView = z.infer<typeof OnThisDayContract.view>;

export const ObsessionsContract = {
  params: z.object({}),
  view: z.object({
    found: z.int(),
    songs: z.array(z.object({ entry: Entry, firstDay: Day, lastDay: Day, ...amount })),
  }),
};
export type ObsessionsView = z.infer<typeof ObsessionsContract.view>;
