/** What every export of the bench is made from, so that all its measures are of the same listening. */

export const SEED = 20_261_121;

/** Between two sittings. About 180 streams a day: a million in fifteen years. */
export const LONGEST_PAUSE_MS = 4 * 3_600_000;
