/** What the history knows of its own completeness: its stretches, and every day of it. */
import { z } from '../../domain/schema.ts';
import { TimeRange } from '../../domain/time-range.ts';

export const CoverageContract = {
  params: z.object({}),
  view: z.object({
    /** The stretches of time seen whole, in order; the rest are gaps. */
    coverage: z.array(TimeRange),
    /** Every local day from the first stream to today; null while nothing is kept. */
    days: z.nullable(
      z.object({
        /** Since 1970-01-01. */
        firstDay: z.int(),
        /** Music of each day, ms. */
        playedMs: z.array(z.number()),
        /** False where no moment of the day was seen. */
        covered: z.array(z.boolean()),
      }),
    ),
  }),
};
export type CoverageView = z.infer<typeof CoverageContract.view>;
