/** Gives the seven daily counts their days, by the calendar, so that a change of clocks moves none. */

export interface DayCount {
  /** Midnight at the start of the day, UTC ms, in this computer's time zone. */
  start: number;
  plays: number;
}

/** `plays` is oldest first, today last; `now` is UTC ms. */
export function dateLastDays(plays: readonly number[], now: number): DayCount[] {
  const today = new Date(now);
  return plays.map((count, index) => {
    const daysAgo = plays.length - 1 - index;
    const start = new Date(today.getFullYear(), today.getMonth(), today.getDate() - daysAgo);
    return { start: start.getTime(), plays: count };
  });
}
