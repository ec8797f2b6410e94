/** The dashboard's first page: how much, its shape, what was heard most, and what last. */
import { z } from '../../domain/schema.ts';
import { TopEntry } from '../../domain/snapshot.ts';
import { Kind, Quality } from '../../domain/stream.ts';

/** One stream of the recent ones. Times are UTC ms. */
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

export const OverviewContract = {
  params: z.object({}),
  view: z.object({
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
  }),
};
export type OverviewView = z.infer<typeof OverviewContract.view>;
