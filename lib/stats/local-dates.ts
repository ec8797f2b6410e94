/** Local days and months, and moments, in words of ISO 8601: how documents say them. */
import { firstDayOfMonth } from './calendar.ts';
import { DAY_MS } from './time-zone.ts';

/** `2026-11-21`, of a local day since 1970-01-01. */
export function formatDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** `2026-11`, of a local month counted from January 1970. */
export function formatMonth(month: number): string {
  return formatDay(firstDayOfMonth(month)).slice(0, 7);
}

/** `2026-11-21T09:30:00Z`, of UTC ms: as Spotify writes it, with a fraction only where there is one. */
export function formatMoment(time: number): string {
  return new Date(time).toISOString().replace('.000Z', 'Z');
}
