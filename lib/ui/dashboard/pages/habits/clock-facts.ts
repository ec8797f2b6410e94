/** What the hours of a week have to say: when most is played, as a sentence. */
import { weekdayNames } from '../../../charts/week.ts';
import { formatDate, formatPercent } from '../../../format.ts';
import { t, type MessageKey } from '../../../text.ts';

/** Plays: 7 weekdays, Monday first, of 24 hours. */
type Week = readonly (readonly number[])[];

const HOUR_MS = 3_600_000;
/** Quarters of a day, from midnight on. */
const STRETCH_HOURS = 6;
const STRETCHES: readonly MessageKey[] = [
  'clock_nights',
  'clock_mornings',
  'clock_afternoons',
  'clock_evenings',
];

/** Fewer plays show a day, and no habit. */
const FEWEST_PLAYS = 30;
/** A part of the week stands out with so many times the plays it would have in an even week. */
const OUTSTANDING = 1.5;

/**
 * “Friday evenings are yours: 12 % of all plays”: the quarter of a day with most plays, where there
 * are enough to tell and it stands out.
 */
export function weekFinding(week: Week): string {
  const all = sum(week.flat());
  if (all < FEWEST_PLAYS) return t('clock_few');
  const stretches = week.flatMap((hours, weekday) =>
    STRETCHES.map((words, at) => ({
      words,
      weekday,
      plays: sum(hours.slice(at * STRETCH_HOURS, (at + 1) * STRETCH_HOURS)),
    })),
  );
  const most = stretches.reduce((best, one) => (one.plays > best.plays ? one : best));
  const share = most.plays / all;
  if (share < OUTSTANDING / stretches.length) return t('clock_even', formatPercent(share));
  return t(most.words, weekdayNames(1, 'long')[most.weekday]!, formatPercent(share));
}

/** By hour of the day, whatever the weekday. */
export function playsByHour(week: Week): number[] {
  return Array.from({ length: 24 }, (_, hour) => sum(week.map((hours) => hours[hour] ?? 0)));
}

/** By weekday, Monday first. */
export function playsByWeekday(week: Week): number[] {
  return week.map((hours) => sum(hours));
}

/** “Most is played between 20:00 and 21:00: 8 %” */
export function hourFinding(plays: readonly number[]): string {
  const most = plays.indexOf(Math.max(...plays));
  return t('clock_hour', hourName(most), hourName(most + 1), shareOf(plays, most));
}

/** “Fridays have most plays (17 %), Sundays least (11 %)” */
export function weekdayFinding(plays: readonly number[]): string {
  const names = weekdayNames(1, 'long');
  const most = plays.indexOf(Math.max(...plays));
  const least = plays.indexOf(Math.min(...plays));
  return t(
    'clock_weekdays',
    names[most]!,
    shareOf(plays, most),
    names[least]!,
    shareOf(plays, least),
  );
}

/** “14:00”, as the reader writes hours. */
export function hourName(hour: number): string {
  return formatDate(hour * HOUR_MS, 'time', 'UTC');
}

function shareOf(plays: readonly number[], at: number): string {
  return formatPercent((plays[at] ?? 0) / sum(plays));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
