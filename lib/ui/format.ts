/** Numbers, lengths of time and moments as a person writes them, in the catalogue's language. */
import { locale, t, tPlural } from './text.ts';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Building an `Intl` object is slow, using it is not. */
const made = new Map<string, unknown>();

function once<T>(make: (locale: string) => T, ...key: string[]): T {
  const id = [locale(), ...key].join('\n');
  if (!made.has(id)) made.set(id, make(locale()));
  // The key names the maker and all its options, so that what lies under it is what it made.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return made.get(id) as T;
}

/** “12,345”. */
export function formatNumber(value: number): string {
  return once((l) => new Intl.NumberFormat(l), 'number').format(value);
}

/** “12 %”, from a share between 0 and 1; “under 1 %” of what is little, but not nothing. */
export function formatPercent(share: number): string {
  const options = { style: 'percent', maximumFractionDigits: 0 } as const;
  const percent = once((l) => new Intl.NumberFormat(l, options), 'percent');
  return share > 0 && share < LEAST_PERCENT
    ? t('percent_under', percent.format(0.01))
    : percent.format(share);
}

/** Below, a share is rounded to none. */
const LEAST_PERCENT = 0.005;

/** “12 %”, “0.42 %”: two digits that count, for shares of which many are small. */
export function formatSmallShare(share: number): string {
  const options = { style: 'percent', maximumSignificantDigits: 2 } as const;
  return once((l) => new Intl.NumberFormat(l, options), 'small-share').format(share);
}

/** “1.2 %”, “<0.1 %”: as `formatPercent`, with a tenth where the share is small. */
export function formatShare(share: number): string {
  if (share >= 0.0995 || share === 0) return formatPercent(share);
  const options = { style: 'percent', maximumFractionDigits: 1 } as const;
  const format = once((l) => new Intl.NumberFormat(l, options), 'small percent');
  return share < 0.0005 ? `<${format.format(0.001)}` : format.format(share);
}

/** “8.1 MB”; decimal units, as disks are sold. */
export function formatBytes(bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  const step = bytes < 1000 ? 0 : bytes < 999_950 ? 1 : bytes < 999_950_000 ? 2 : 3;
  const unit = units[step] ?? 'byte';
  const options = { style: 'unit', unit, maximumFractionDigits: 1 } as const;
  return once((l) => new Intl.NumberFormat(l, options), unit).format(bytes / 1000 ** step);
}

/** One number and its unit, so that a page can set the number large and the unit small. */
export interface DurationPart {
  value: string;
  unit: string;
}

/**
 * A length of time in its two largest honest units: “3 days 4 h”, “2 h 5 min”, “47 min”, “12 s”.
 * Rounded to the smaller of the two, so that 59 min 59 s is an hour.
 */
export function durationParts(ms: number): DurationPart[] {
  if (ms > 0 && ms < MINUTE_MS - SECOND_MS / 2)
    return [part('unit_second', Math.round(ms / SECOND_MS))];
  if (ms < DAY_MS - MINUTE_MS / 2) {
    const minutes = Math.round(ms / MINUTE_MS);
    return pair('unit_hour', Math.floor(minutes / 60), 'unit_minute', minutes % 60);
  }
  const hours = Math.round(ms / HOUR_MS);
  return pair('unit_day', Math.floor(hours / 24), 'unit_hour', hours % 24);
}

/** The same as one text. */
export function formatDuration(ms: number): string {
  return durationParts(ms)
    .map(({ value, unit }) => `${value} ${unit}`)
    .join(' ');
}

type Unit = 'unit_day' | 'unit_hour' | 'unit_minute' | 'unit_second';

function part(unit: Unit, count: number): DurationPart {
  return { value: formatNumber(count), unit: tPlural(unit, count, formatNumber(count)) };
}

function pair(large: Unit, largeCount: number, small: Unit, smallCount: number): DurationPart[] {
  const parts = [];
  if (largeCount > 0) parts.push(part(large, largeCount));
  if (smallCount > 0 || largeCount === 0) parts.push(part(small, smallCount));
  return parts;
}

const DATE_STYLES = {
  /** “12 May 2019” */
  date: { day: 'numeric', month: 'short', year: 'numeric' },
  /** “Thursday, 12 May 2019” */
  day: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  /** “12 May” */
  'day-of-year': { day: 'numeric', month: 'short' },
  /** “2019” */
  year: { year: 'numeric' },
  /** “May 2019” */
  month: { month: 'long', year: 'numeric' },
  /** “May” */
  'month-name': { month: 'long' },
  /** “Tuesday, 20:00” */
  'weekday-hour': { weekday: 'long', hour: 'numeric' },
  /** “14”, “2 PM” */
  hour: { hour: 'numeric' },
  /** “14:05” */
  time: { hour: 'numeric', minute: '2-digit' },
  /** “12 May 2019, 14:05” */
  moment: { day: 'numeric', month: 'short', year: 'numeric', hour: 'numeric', minute: '2-digit' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

export type DateStyle = keyof typeof DATE_STYLES;

/** Of moments without a zone of their own. */
let displayZone: string | undefined;

/** Called by an entrypoint when it knows the display time zone (IANA); until then it is this computer's. */
export function setDisplayZone(timeZone: string | undefined): void {
  displayZone = timeZone;
}

/** A moment (UTC ms) in `timeZone` (IANA; the display time zone when not given). */
export function formatDate(at: number, style: DateStyle, timeZone = displayZone): string {
  const options = timeZone ? { ...DATE_STYLES[style], timeZone } : DATE_STYLES[style];
  return once((l) => new Intl.DateTimeFormat(l, options), style, timeZone ?? '').format(at);
}

/** “Germany”, of an ISO 3166 code; the code itself where it is of no country. */
export function formatRegion(code: string): string {
  const names = once((l) => new Intl.DisplayNames(l, { type: 'region' }), 'region');
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}

/** Whether two moments (UTC ms) share a calendar day in `timeZone` (the display time zone when not given). */
export function isSameDay(one: number, other: number, timeZone?: string): boolean {
  return formatDate(one, 'date', timeZone) === formatDate(other, 'date', timeZone);
}

const ISO_DATE_LENGTH = 'YYYY-MM-DD'.length;

/**
 * The calendar day of a moment (UTC ms) in `timeZone` (the display time zone when not given), as UTC ms
 * of its midnight in UTC.
 */
export function calendarDay(at: number, timeZone = displayZone): number {
  const zone = timeZone === undefined ? {} : { timeZone };
  // Year, month and day in this order, with hyphens.
  const format = once(() => new Intl.DateTimeFormat('sv', zone), 'calendar-day', timeZone ?? '');
  // Of years before 1000 it leaves the zeros away.
  return Date.parse(format.format(at).padStart(ISO_DATE_LENGTH, '0'));
}

/** When a wait is over: the time alone while that is today, otherwise with its date. */
export function formatUntil(at: number, now: number, timeZone?: string): string {
  return formatDate(at, isSameDay(at, now, timeZone) ? 'time' : 'moment', timeZone);
}

/** “just now”, “4 minutes ago”, “in 3 hours”, “yesterday”; both UTC ms. */
export function formatRelative(at: number, now: number): string {
  const difference = at - now;
  const size = Math.abs(difference);
  if (size < MINUTE_MS) return t('time_just_now');
  const relative = once((l) => new Intl.RelativeTimeFormat(l, { numeric: 'auto' }), 'relative');
  if (size < HOUR_MS) return relative.format(Math.trunc(difference / MINUTE_MS), 'minute');
  if (size < DAY_MS) return relative.format(Math.trunc(difference / HOUR_MS), 'hour');
  if (size < 45 * DAY_MS) return relative.format(Math.trunc(difference / DAY_MS), 'day');
  if (size < 365 * DAY_MS) return relative.format(Math.trunc(difference / (30 * DAY_MS)), 'month');
  return relative.format(Math.trunc(difference / (365.25 * DAY_MS)), 'year');
}

/** A change against an earlier amount, for an arrow and a text beside it. */
export interface Change {
  direction: 'up' | 'down' | 'same';
  /** “12 %”, without a sign: the arrow and the words beside it carry the direction. */
  text: string;
}

/** Beyond ten times as much, the number of percents says no more. */
const MOST_SHARE = 9.995;

/** Null where a percentage would say nothing: there was nothing before. */
export function changeAgainst(amount: number, before: number): Change | null {
  if (before <= 0) return null;
  const share = amount / before - 1;
  if (Math.abs(share) < LEAST_PERCENT) return { direction: 'same', text: formatPercent(0) };
  const text = formatPercent(Math.abs(share));
  if (share >= MOST_SHARE) return { direction: 'up', text: t('change_over', formatPercent(9.99)) };
  return { direction: share > 0 ? 'up' : 'down', text };
}
