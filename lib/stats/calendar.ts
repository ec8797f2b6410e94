/** Local days as numbers (days since 1970-01-01), and the months and years they fall in. */
import { DAY_MS, fromLocal, type TimeZone, toLocal } from './time-zone.ts';

/** The local day of a moment (UTC ms). */
export function dayOf(zone: TimeZone, time: number): number {
  return Math.floor(toLocal(zone, time) / DAY_MS);
}

/** When a local day begins, in UTC ms. */
export function startOfDay(zone: TimeZone, day: number): number {
  return fromLocal(zone, day * DAY_MS);
}

/** The month of a local day, counted from January 1970. */
export function monthOfDay(day: number): number {
  const date = new Date(day * DAY_MS);
  return (date.getUTCFullYear() - 1970) * 12 + date.getUTCMonth();
}

/** The first local day of a month counted from January 1970. */
export function firstDayOfMonth(month: number): number {
  return Date.UTC(1970, month, 1) / DAY_MS;
}

/** The year (2026) of a month counted from January 1970. */
export function yearOfMonth(month: number): number {
  return 1970 + Math.floor(month / 12);
}

/** The first local day of the year of a local day. */
export function firstDayOfYear(day: number): number {
  return Date.UTC(new Date(day * DAY_MS).getUTCFullYear(), 0, 1) / DAY_MS;
}

/** The quarter of a local day, counted from January 1970. */
export function quarterOfDay(day: number): number {
  return Math.floor(monthOfDay(day) / 3);
}

/** The same date so many calendar years earlier; 28 February where that year has no 29th. */
export function yearsEarlier(day: number, years: number): number {
  return monthsEarlier(day, 12 * years);
}

/** The same date so many calendar months earlier, or that month's last day where it is shorter. */
export function monthsEarlier(day: number, months: number): number {
  const month = monthOfDay(day);
  const earlier = month - months;
  const last = firstDayOfMonth(earlier + 1) - 1;
  return Math.min(firstDayOfMonth(earlier) + day - firstDayOfMonth(month), last);
}
