/** Days in local time, as a person lives them. */

const DAY_MS = 86_400_000;

/** Midnight of the day so many days after that of `now` (UTC ms). */
export function dateAfter(now: number, days: number): Date {
  const today = new Date(now);
  return new Date(today.getFullYear(), today.getMonth(), today.getDate() + days);
}

/** From 0. */
export function dayOfYear(date: Date): number {
  return Math.floor((date.getTime() - new Date(date.getFullYear(), 0, 1).getTime()) / DAY_MS);
}
