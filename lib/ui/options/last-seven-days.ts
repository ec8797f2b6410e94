/** Gives the seven daily counts their days, by the calendar, so that a change of clocks moves none. */

export interface DayCount {
  /** Midnight at the start of the day, UTC ms, in this computer's time zone. */
  start: number;
  plays: number;
}

/** `plays` is oldest first, the day of `countedAt` (UTC ms) last. */
export function dateLastDays(plays: readonly number[], countedAt: number): DayCount[] {
  const last = new Date(countedAt);
  return plays.map((count, index) => {
    const daysAgo = plays.length - 1 - index;
    const start = new Date(last.getFullYear(), last.getMonth(), last.getDate() - daysAgo);
    return { start: start.getTime(), plays: count };
  });
}
