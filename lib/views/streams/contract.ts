/** Streams one by one, newest first, a page at a time: of the range, or of one artist, album or song in it. */
import { z } from '../../domain/schema.ts';
import { Kind, Quality } from '../../domain/stream.ts';
import { SubjectName } from '../subject-of.ts';

/** One stream. Times are UTC ms. */
export const ShownStream = z.object({
  endedAt: z.number(),
  playedMs: z.number(),
  quality: Quality,
  kind: Kind,
  title: z.nullable(z.string()),
  artist: z.nullable(z.string()),
  coverUrl: z.nullable(z.string()),
  uri: z.nullable(z.string()),
  /** Heard for 30 s or to its end: it counts as a play. */
  isPlay: z.boolean(),
  isSkip: z.boolean(),
});
export type ShownStream = z.infer<typeof ShownStream>;

export const StreamsContract = {
  params: z.object({
    /** Null for all. */
    subject: z.nullable(SubjectName),
    offset: z.int().check(z.nonnegative()),
    limit: z.int().check(z.positive(), z.maximum(1000)),
  }),
  view: z.object({
    /** Of the range, and of the subject where there is one. */
    total: z.int(),
    streams: z.array(ShownStream),
  }),
};
export type StreamsView = z.infer<typeof StreamsContract.view>;
export type StreamsParams = z.infer<typeof StreamsContract.params>;
