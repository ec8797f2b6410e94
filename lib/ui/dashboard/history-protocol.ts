/** What the dashboard asks of its worker, and what comes back; parsed on both sides. */
import { AccountId } from '../../domain/account.ts';
import { ErrorRecord } from '../../domain/app-error.ts';
import { z } from '../../domain/schema.ts';
import { RangeKey, TopEntry } from '../../domain/snapshot.ts';
import { Kind, Quality } from '../../domain/stream.ts';
import { TimeRange } from '../../domain/time-range.ts';

/** Times are UTC ms. */
export const HistoryRequest = z.object({
  /** Comes back with the answer. */
  id: z.int(),
  accountId: AccountId,
  range: RangeKey,
  /** IANA name. */
  timeZone: z.string(),
  now: z.number(),
});
export type HistoryRequest = z.infer<typeof HistoryRequest>;

/** One stream of the recent ones. */
export const RecentStream = z.object({
  endedAt: z.number(),
  playedMs: z.number(),
  quality: Quality,
  kind: Kind,
  title: z.nullable(z.string()),
  artist: z.nullable(z.string()),
  coverUrl: z.nullable(z.string()),
  uri: z.nullable(z.string()),
});
export type RecentStream = z.infer<typeof RecentStream>;

/** One account's listening in one range, computed from its whole history. */
export const HistoryView = z.object({
  plays: z.int(),
  playedMs: z.number(),
  /** First and last stream of music in the range; null where there is none. */
  firstAt: z.nullable(z.number()),
  lastAt: z.nullable(z.number()),
  steps: z.array(z.object({ start: z.number(), playedMs: z.number(), covered: z.boolean() })),
  stepUnit: z.enum(['hour', 'day', 'month']),
  top: z.object({
    artists: z.array(TopEntry),
    songs: z.array(TopEntry),
    albums: z.array(TopEntry),
  }),
  /** Whatever the range, newest first. */
  recent: z.array(RecentStream),
  /** Of the whole history: all streams kept, and the stretches of time seen whole, in order. */
  kept: z.object({ streams: z.int(), firstAt: z.nullable(z.number()) }),
  coverage: z.array(TimeRange),
});
export type HistoryView = z.infer<typeof HistoryView>;

export const HistoryReply = z.union([
  z.object({ id: z.int(), ok: z.literal(true), view: HistoryView }),
  z.object({ id: z.int(), ok: z.literal(false), error: ErrorRecord }),
]);
export type HistoryReply = z.infer<typeof HistoryReply>;
