/** What the history knows of its own completeness. */
import { z } from '../../domain/schema.ts';
import { TimeRange } from '../../domain/time-range.ts';

export const CoverageContract = {
  params: z.object({}),
  view: z.object({
    /** The stretches of time seen whole, in order; the rest are gaps. */
    coverage: z.array(TimeRange),
  }),
};
export type CoverageView = z.infer<typeof CoverageContract.view>;
