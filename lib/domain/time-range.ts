/** A stretch of time, as the history, its coverage and the statistics speak of it. */
import { z } from './schema.ts';

/** UTC ms: `from` belongs to it, `to` does not. */
export const TimeRange = z.object({ from: z.number(), to: z.number() });
export type TimeRange = z.infer<typeof TimeRange>;
