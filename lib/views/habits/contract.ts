/** Habits: when, for how long, on what, and how often not to the end. One view for each part. */
import { z } from '../../domain/schema.ts';
import { Entry } from '../entry.ts';

/** A run of days with a play; local days since 1970-01-01. */
const Streak = z.object({ days: z.int(), first: z.int(), last: z.int() });

export const ClockContract = {
  params: z.object({}),
  view: z.object({
    /** Plays: 7 weekdays, Monday first, of 24 hours of the local clock. */
    plays: z.array(z.array(z.int())),
    /** Whether any of each weekday, Monday first, is known: in a young history some have yet to come. */
    recorded: z.array(z.boolean()),
  }),
};
export type ClockView = z.infer<typeof ClockContract.view>;

export const StreaksContract = {
  params: z.object({}),
  view: z.object({
    /** The local day that "current" is seen from: the range's last, or the last with a stream. */
    asOf: z.int(),
    /** Days with a play. */
    days: z.int(),
    longest: z.nullable(Streak),
    current: z.nullable(Streak),
    /** False where no streak is known, but the day before is not recorded: one may go on unseen. */
    currentKnown: z.boolean(),
    artists: z.array(z.object({ entry: Entry, longest: Streak, current: z.nullable(Streak) })),
  }),
};
export type StreaksView = z.infer<typeof StreaksContract.view>;

export const SessionsContract = {
  params: z.object({}),
  view: z.object({
    count: z.int(),
    averageMs: z.nullable(z.number()),
    /** UTC ms. */
    longest: z.nullable(
      z.object({
        startedAt: z.number(),
        endedAt: z.number(),
        streams: z.int(),
        playedMs: z.number(),
      }),
    ),
    /** How many are as long as this, but not as long as the next. */
    lengths: z.array(z.object({ fromMs: z.number(), count: z.int(), playedMs: z.number() })),
  }),
};
export type SessionsView = z.infer<typeof SessionsContract.view>;

const RankedSkips = z.object({ entry: Entry, streams: z.int(), skips: z.int(), rate: z.number() });

export const SkipsContract = {
  params: z.object({}),
  view: z.object({
    /** Streams whose end is told, and those that were skipped. */
    streams: z.int(),
    skips: z.int(),
    rate: z.nullable(z.number()),
    /** Streams of known end that an artist or a song needs for a place below. */
    minStreams: z.int(),
    artists: z.array(RankedSkips),
    songs: z.array(RankedSkips),
  }),
};
export type SkipsView = z.infer<typeof SkipsContract.view>;

const figures = { streams: z.int(), plays: z.int(), playedMs: z.number() };

export const DEVICE_FAMILIES = [
  'android',
  'ios',
  'windows',
  'mac',
  'linux',
  'web',
  'cast',
  'speaker',
  'tv',
  'console',
  'other',
  'unknown',
] as const;
export type DeviceFamily = (typeof DEVICE_FAMILIES)[number];

export const DevicesContract = {
  params: z.object({}),
  view: z.object({
    families: z.array(z.object({ family: z.enum(DEVICE_FAMILIES), ...figures })),
    /** ISO 3166; null where it is not told. */
    countries: z.array(z.object({ code: z.nullable(z.string()), ...figures })),
    /** Of the streams that tell it. */
    shuffle: z.object({
      streams: z.int(),
      shuffled: z.int(),
      share: z.nullable(z.number()),
    }),
  }),
};
export type DevicesView = z.infer<typeof DevicesContract.view>;

export const MilestonesContract = {
  params: z.object({}),
  view: z.object({
    /** Which play of the whole history, when it ended (UTC ms), and what it was; in time order. */
    milestones: z.array(z.object({ play: z.int(), endedAt: z.number(), entry: Entry })),
    /** The next one, and how many plays are missing, whatever the range. */
    next: z.object({ play: z.int(), missing: z.int() }),
  }),
};
export type MilestonesView = z.infer<typeof MilestonesContract.view>;
