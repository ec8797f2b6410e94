/** Top lists of the range, a stretch at a time, from the first place down to the last. */
import { z } from '../../domain/schema.ts';
import { TopSource } from '../../domain/snapshot.ts';
import { Entry } from '../entry.ts';

export const TopList = z.enum(['songs', 'artists', 'albums', 'playlists']);
export type TopList = z.infer<typeof TopList>;

export const TopBy = z.enum(['plays', 'time']);
export type TopBy = z.infer<typeof TopBy>;

/** What the rows are in the order of; `place` is that of the ranking. */
export const TopSort = z.enum(['place', 'change', 'name', 'plays', 'time']);
export type TopSort = z.infer<typeof TopSort>;

/** One place. Amounts are null in Spotify's own lists: it does not say them. */
export const TopRow = z.extend(Entry, {
  /** From 1, among all of the list, whatever the filter. */
  rank: z.int(),
  /** In the range compared with; null where it was not heard then, or nothing is compared. */
  rankBefore: z.nullable(z.int()),
  plays: z.nullable(z.int()),
  playedMs: z.nullable(z.number()),
  /** Of a playlist: its distinct songs, those ever played, and when any was heard last (UTC ms). */
  playlist: z.nullable(
    z.object({
      songs: z.int(),
      songsPlayed: z.int(),
      lastHeardAt: z.nullable(z.number()),
    }),
  ),
});
export type TopRow = z.infer<typeof TopRow>;

/** Rows that one answer may hold. */
export const MOST_TOP_ROWS = 5000;

export const TopContract = {
  params: z.object({
    list: TopList,
    by: TopBy,
    /** As typed; nothing is left out where it is blank. */
    filter: z.string().check(z.maxLength(200)),
    sort: TopSort,
    /** From the end: the last place, the greatest loss, Z, the fewest. */
    reversed: z.boolean(),
    offset: z.int().check(z.nonnegative()),
    limit: z.int().check(z.positive(), z.maximum(MOST_TOP_ROWS)),
  }),
  view: z.object({
    source: TopSource,
    /** The range is compared with days of which something is known. */
    compared: z.boolean(),
    /** All days of that range are recorded: what has no place there is new. */
    comparedWhole: z.boolean(),
    /** Places in the list, and those of them that the filter leaves. */
    places: z.int(),
    matching: z.int(),
    /** All music of the range: what shares are of. */
    plays: z.int(),
    playedMs: z.number(),
    /** The first place of all: what bars are drawn against. Null where nothing is measured. */
    first: z.nullable(z.pick(TopRow, { name: true, plays: true, playedMs: true })),
    rows: z.array(TopRow),
  }),
};
export type TopView = z.infer<typeof TopContract.view>;
export type TopParams = z.infer<typeof TopContract.params>;
