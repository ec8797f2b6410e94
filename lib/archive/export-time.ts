/** Reads the times of exports, which are UTC; the row paths share it so that they agree. */

const EXTENDED = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?Z$/;
const MINUTE = /^(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d)$/;
const DAY = /^\d{4}-\d\d-\d\d/;
const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
const MS_PER_DAY = 86_400_000;

/** `2023-08-24T11:44:40Z`, fractions of a second allowed, as UTC ms; NaN for anything else. */
export function readExtendedTime(text: unknown): number {
  const parts = typeof text === 'string' ? EXTENDED.exec(text) : null;
  if (!parts) return NaN;
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map(Number);
  const fractionMs = Math.trunc(Number(`0.${parts[7] ?? '0'}`) * 1000);
  return utcMs(year!, month!, day!, hour!, minute!, second!) + fractionMs;
}

/** `2023-08-24 11:44` as the UTC ms at which that minute begins; NaN for anything else. */
export function readMinute(text: unknown): number {
  const parts = typeof text === 'string' ? MINUTE.exec(text) : null;
  if (!parts) return NaN;
  const [year, month, day, hour, minute] = parts.slice(1).map(Number);
  return utcMs(year!, month!, day!, hour!, minute!, 0);
}

/** The `YYYY-MM-DD` a date or a time begins with; null for anything else. */
export function readDay(text: unknown): string | null {
  return typeof text === 'string' ? (DAY.exec(text)?.[0] ?? null) : null;
}

/** UTC ms of a moment of the years 1970 to 2099, for a row each; NaN when the calendar has no such. */
export function utcMs(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
): number {
  const isLeapYear = year % 4 === 0;
  if (year < 1970 || year > 2099 || month < 1 || month > 12 || day < 1) return NaN;
  if (hour > 23 || minute > 59 || second > 59) return NaN;
  const daysInMonth =
    month === 2 ? (isLeapYear ? 29 : 28) : 30 + ((month + (month > 7 ? 1 : 0)) & 1);
  if (day > daysInMonth) return NaN;
  // 2000 is a leap year and 2100 lies beyond, so every fourth year is one.
  const leapDays = ((year - 1969) >> 2) + (isLeapYear && month > 2 ? 1 : 0);
  const days = (year - 1970) * 365 + leapDays + DAYS_BEFORE_MONTH[month - 1]! + day - 1;
  return days * MS_PER_DAY + ((hour * 60 + minute) * 60 + second) * 1000;
}
