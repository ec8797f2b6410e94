/** Timeline: every day as a calendar, who each month went to, and how it all added up. */
import { z } from '../../domain/schema.ts';
import { Entry } from '../entry.ts';

const By = z.enum(['plays', 'time']);

export const CalendarContract = {
  params: z.object({}),
  view: z.object({
    /** Local day (since 1970-01-01) of the first value of each list. */
    firstDay: z.int(),
    plays: z.array(z.int()),
    playedMs: z.array(z.number()),
    /** False where no moment of the day was seen. */
    covered: z.array(z.boolean()),
  }),
};
export type CalendarView = z.infer<typeof CalendarContract.view>;

/** Hours of one day, days, or months; by the number of the first (a local day or month, or 0). */
const steps = { unit: z.enum(['hour', 'day', 'month']), first: z.int() };

export const LayersContract = {
  params: z.object({ by: By }),
  view: z.object({
    ...steps,
    /** One entry a step, as in every list of values: false where nothing of it was seen. */
    covered: z.array(z.boolean()),
    /** True where some of it was seen, but not all. */
    partly: z.array(z.boolean()),
    /** The top artists of the range, with their plays or time in ms, step by step. */
    artists: z.array(z.object({ entry: Entry, values: z.array(z.number()) })),
    /** Everybody else's. */
    rest: z.array(z.number()),
  }),
};
export type LayersView = z.infer<typeof LayersContract.view>;

const Days = z.object({ first: z.int(), last: z.int() });

export const CumulativeContract = {
  params: z.object({ by: By }),
  view: z.object({
    ...steps,
    /** The days added up. */
    days: Days,
    covered: z.array(z.boolean()),
    /** All of these days was recorded, as far as they have come. */
    whole: z.boolean(),
    /** Plays or time in ms from the beginning of the range to the end of each step. */
    values: z.array(z.number()),
    /** The same of the days compared with; null where nothing is compared or known. */
    compared: z.nullable(
      z.object({
        days: Days,
        /** Null in a step that was not recorded. */
        values: z.array(z.nullable(z.number())),
        /** False where some of these days was not recorded. */
        whole: z.boolean(),
      }),
    ),
  }),
};
export type CumulativeView = z.infer<typeof CumulativeContract.view>;
