/** Gives the seven daily counts their days, by the calendar, so that a change of clocks moves none. */
import { calendarDay } from '../format.ts';

export interface DayCount {
  /** The calendar day as UTC ms of its midnight in UTC. */
  day: number;
  plays: number;
}

/** `plays` is oldest first, the day of `countedAt` (UTC ms) in the display time zone last. */
export function dateLastDays(plays: readonly number[], countedAt: number): DayCount[] {
  const last = calendarDay(countedAt);
  return plays.map((count, index) => {
    const daysAgo = plays.length - 1 - index;
    return { day: last - daysAgo * 86_400_000, plays: count };
  });
}
