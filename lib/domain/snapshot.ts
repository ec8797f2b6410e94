/**
 * The ready-made figures the popup shows on its first paint: about 20 kB, rewritten by the
 * background after each sync, mirrored by the popup in localStorage.
 */
import { AccountId } from './account.ts';
import { z } from './schema.ts';

/** Days in the display time zone; all end now. Weeks and months are 7 and 28 days. */
export const RangeKey = z.enum(['today', '7-days', '4-weeks', 'this-year', 'all-time']);
export type RangeKey = z.infer<typeof RangeKey>;

/** Where a top list comes from: the history, or Spotify's own list while the history is young. */
export const TopSource = z.enum([
  'history',
  'spotify-4-weeks',
  'spotify-year', // about the last year
]);
export type TopSource = z.infer<typeof TopSource>;

export const TopEntry = z.object({
  name: z.string(),
  /** Of a song or an album; null for an artist. */
  artist: z.nullable(z.string()),
  /** Null in Spotify's own lists: it does not say. */
  plays: z.nullable(z.int()),
  playedMs: z.nullable(z.number()),
  coverUrl: z.nullable(z.string()),
  /** `spotify:…`, for the link; null where unknown. */
  uri: z.nullable(z.string()),
  /** Of an album in Spotify's own list, where it says when it was released. */
  releaseYear: z.optional(z.int()),
});
export type TopEntry = z.infer<typeof TopEntry>;

const Amount = z.object({ plays: z.int(), playedMs: z.number() });
export type Amount = z.infer<typeof Amount>;

export const RangeFigures = z.object({
  plays: z.int(),
  playedMs: z.number(),
  /**
   * As many days just before, the last of them up to the same time of day; null for all time, or when
   * the history does not cover both.
   */
  before: z.nullable(Amount),
  /**
   * Sparkline: ms heard per step, oldest first: hours for today, days up to four weeks, months
   * beyond. `start` is UTC ms. `covered` is false where the history has a gap through the whole step.
   */
  steps: z.array(z.object({ start: z.number(), playedMs: z.number(), covered: z.boolean() })),
  stepUnit: z.enum(['hour', 'day', 'month']),
  top: z.object({
    source: TopSource,
    artists: z.array(TopEntry),
    songs: z.array(TopEntry),
    albums: z.array(TopEntry),
  }),
});
export type RangeFigures = z.infer<typeof RangeFigures>;

/** A song with what the history knows of it: "your 47th play since May 2019". */
export const PlayedSong = z.object({
  title: z.string(),
  artist: z.nullable(z.string()),
  album: z.nullable(z.string()),
  coverUrl: z.nullable(z.string()),
  uri: z.nullable(z.string()),
  /** UTC ms; for what is playing now, when that was asked. */
  at: z.number(),
  /** Plays of the song in the history, this one included when it is finished; 0 when new. */
  plays: z.int(),
  /** UTC ms of its first play in the history. */
  firstPlayedAt: z.nullable(z.number()),
});
export type PlayedSong = z.infer<typeof PlayedSong>;

export const Snapshot = z.object({
  schema: z.literal(1),
  accountId: AccountId,
  /** UTC ms. */
  computedAt: z.number(),
  /** IANA name of the display time zone. */
  timeZone: z.string(),
  streams: z.int(),
  /** UTC ms of the first stream kept; null while there is none. */
  since: z.nullable(z.number()),
  /** Plays on each of the last seven days, oldest first, today last. */
  lastSevenDays: z.array(z.int()),
  lastPlayed: z.nullable(PlayedSong),
  ranges: z.record(RangeKey, RangeFigures),
});
export type Snapshot = z.infer<typeof Snapshot>;
