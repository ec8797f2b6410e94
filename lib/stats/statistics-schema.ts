/**
 * The document of all statistics, `ostinato-statistics/1`: what the terminal prints and the options
 * page exports, for other programs to read.
 *
 * Amounts of time are `msPlayed`, whole milliseconds. Days (`2026-11-21`) and months (`2026-11`) are
 * local to `range.timeZone`; moments (`2026-11-21T09:30:00Z`) are UTC. Shares and rates are 0 … 1.
 * Everything but `totals.podcasts`, `audiobooks`, `unknown` and `receipt` is of music alone.
 * Lists of days, months and seasons leave out those without music: the history cannot know whether
 * nothing was heard then, or nothing is known.
 */
import { ErrorCode } from '../domain/app-error.ts';
import { z } from '../domain/schema.ts';

const Count = z.int().check(z.nonnegative());
const Share = z.number().check(z.nonnegative());
const Day = z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/));
const Month = z.string().check(z.regex(/^\d{4}-\d\d$/));
const Moment = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z$/));

/** Plays, and the time of all streams, plays or not. */
const amount = { plays: Count, msPlayed: Count };
const Beside = z.object({ streams: Count, msPlayed: Count });
const artist = { name: z.string() };
/** A song or an album; its artist is null where none is known. */
const work = { name: z.string(), artist: z.nullable(z.string()) };

/** A run of local days; `days` is how many. */
const Streak = z.object({ days: Count, from: Day, to: Day });

/** Lately: the last 90 days. Then: the two years before. */
const ShareChange = z.object({
  ...artist,
  shareThen: Share,
  shareNow: Share,
  msThen: Count,
  msNow: Count,
});

const Named = { name: z.nullable(z.string()), streams: Count, ...amount };
const Skips = { streams: Count, skips: Count, rate: Share };

/**
 * What became of every row handed in: `rowsRead` = `new` + `alreadyKnown` + `upgraded` + `notMusic`
 * + `withoutName` + `unreadable`. A row that was known counts there, whatever it is.
 */
export const StatisticsReceipt = z.object({
  files: Count,
  rowsRead: Count,
  new: Count,
  alreadyKnown: Count,
  /** From estimated to measured. */
  upgraded: Count,
  notMusic: Count,
  withoutName: Count,
  unreadable: Count,
  /** The first hundred; rows are counted from 0. */
  unreadableRows: z.array(z.object({ file: z.string(), row: Count, reason: z.string() })),
  /** Files that could not be used at all: none of their rows is counted. */
  unusableFiles: z.array(z.object({ file: z.string(), code: ErrorCode })),
  /** Of all streams that were kept. */
  firstStream: z.nullable(Moment),
  lastStream: z.nullable(Moment),
  /** Streams that were kept, by local year. */
  years: z.array(z.object({ year: z.int(), streams: Count })),
});
export type StatisticsReceipt = z.infer<typeof StatisticsReceipt>;

export const StatisticsDocument = z.object({
  schema: z.literal('ostinato-statistics/1'),
  /**
   * Both inclusive; for all time the days of the first and the last row; null without a row. What
   * looks back (streaks, test of time, falling, rising, gems, forgotten) does so from `asOf`: `to`,
   * or the day of the last row of all where that is earlier.
   */
  range: z.object({
    from: z.nullable(Day),
    to: z.nullable(Day),
    asOf: z.nullable(Day),
    timeZone: z.string(),
  }),
  totals: z.object({
    streams: Count,
    ...amount,
    skips: Count,
    songs: Count,
    albums: Count,
    artists: Count,
    firstStream: z.nullable(Moment),
    lastStream: z.nullable(Moment),
    podcasts: Beside,
    audiobooks: Beside,
    unknown: Beside,
  }),
  /** The first N, ranked `by`; ties: more time, then name, in code-point order, then artist. */
  top: z.object({
    by: z.enum(['plays', 'time']),
    songs: z.array(z.object({ ...work, ...amount })),
    artists: z.array(z.object({ ...artist, ...amount })),
    albums: z.array(z.object({ ...work, ...amount })),
  }),
  /** Plays: 7 weekdays, Monday first, of 24 hours. */
  byHourOfWeek: z.array(z.array(Count)),
  byMonth: z.array(z.object({ month: Month, ...amount })),
  byDay: z.array(z.object({ day: Day, ...amount })),
  streaks: z.object({
    longest: z.nullable(Streak),
    current: z.nullable(Streak),
    /** The N longest of a single artist each. */
    artists: z.array(z.object({ ...artist, longest: Streak, current: z.nullable(Streak) })),
  }),
  sessions: z.object({
    count: Count,
    averageMs: z.nullable(z.number()),
    longest: z.nullable(z.object({ from: Moment, to: Moment, streams: Count, msPlayed: Count })),
  }),
  discoveries: z.array(z.object({ month: Month, artists: Count, songs: Count })),
  standingTheTest: z.array(
    z.object({ ...artist, quarters: Count, quartersSince: Count, firstPlayed: Day, ...amount }),
  ),
  fallingOff: z.array(ShareChange),
  rising: z.array(ShareChange),
  hiddenGems: z.array(
    z.object({ ...work, ...amount, skipRate: Share, months: Count, monthsSince: Count }),
  ),
  forgotten: z.array(z.object({ ...work, rank: Count, ...amount, lastHeard: Moment })),
  obsessions: z.array(z.object({ ...work, from: Day, to: Day, ...amount })),
  /** `from` and `to` are the season's own bounds, within the range or not. */
  seasons: z.array(
    z.object({
      season: z.enum(['winter', 'spring', 'summer', 'autumn']),
      year: z.int(),
      from: Day,
      to: Day,
      artists: Count,
      songs: Count,
      firstTimeShare: z.nullable(Share),
      evenness: z.nullable(Share),
    }),
  ),
  /** Null is "year unknown". */
  releaseYears: z.array(z.object({ year: z.nullable(z.int()), ...amount })),
  releaseDecades: z.array(z.object({ decade: z.nullable(z.int()), ...amount })),
  /** The N artists and the N songs with the highest skip rate, of those with ten streams or more. */
  skips: z.array(
    z.discriminatedUnion('of', [
      z.object({ of: z.literal('artist'), ...artist, ...Skips }),
      z.object({ of: z.literal('song'), ...work, ...Skips }),
    ]),
  ),
  /** As Spotify wrote it, null where it is not told; `family` is the kind of device. */
  platforms: z.array(z.object({ ...Named, family: z.string() })),
  countries: z.array(z.object(Named)),
  /** Null where it is known of no stream. */
  shuffleShare: z.nullable(Share),
  milestones: z.array(z.object({ play: Count, at: Moment, ...work })),
  /** Those handed in; empty without any. */
  playlists: z.array(
    z.object({
      name: z.string(),
      ...amount,
      songs: Count,
      songsPlayed: Count,
      lastHeard: z.nullable(Moment),
    }),
  ),
  /** Null where no import has left one. */
  receipt: z.nullable(StatisticsReceipt),
});
export type StatisticsDocument = z.infer<typeof StatisticsDocument>;
