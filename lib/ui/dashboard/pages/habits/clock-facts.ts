/** What the hours of a week have to say: when most is played, as a sentence. */
import { weekdayNames } from '../../../charts/week.ts';
import { formatDate, formatPercent } from '../../../format.ts';
import { t, type MessageKey } from '../../../text.ts';
import { clearLeast, clearMost, clearPeaks, clearTwo, isMost } from '../../findings.ts';

/** Plays: 7 weekdays, Monday first, of 24 hours. */
type Week = readonly (readonly number[])[];

const HOUR_MS = 3_600_000;
/** Quarters of a day, from midnight on. */
const STRETCH_HOURS = 6;
const STRETCHES: readonly { ofDay: MessageKey; ofAll: MessageKey }[] = [
  { ofDay: 'clock_nights', ofAll: 'clock_all_nights' },
  { ofDay: 'clock_mornings', ofAll: 'clock_all_mornings' },
  { ofDay: 'clock_afternoons', ofAll: 'clock_all_afternoons' },
  { ofDay: 'clock_evenings', ofAll: 'clock_all_evenings' },
];

/** Fewer plays show a day, and no habit. */
const FEWEST_PLAYS = 30;
/** A part of the week stands out with so many times the plays it would have in an even week. */
const OUTSTANDING = 1.5;

/**
 * “Friday evenings are yours: 12 % of all plays”: the quarter of a day that stands out, where there are
 * enough plays to tell; or the mornings of all days, where they have more than half.
 */
export function weekFinding(week: Week): string {
  const all = sum(week.flat());
  if (all < FEWEST_PLAYS) return t('clock_few');
  const playsIn = (hours: readonly number[], stretch: number) =>
    sum(hours.slice(stretch * STRETCH_HOURS, (stretch + 1) * STRETCH_HOURS));
  const stretches = week.flatMap((hours, weekday) =>
    STRETCHES.map(({ ofDay }, at) => ({ words: ofDay, weekday, plays: playsIn(hours, at) })),
  );
  const amounts = stretches.map(({ plays }) => plays);
  const first = stretches[clearMost(amounts) ?? -1];
  if (first && first.plays / all >= OUTSTANDING / stretches.length) {
    const weekday = weekdayNames(1, 'long')[first.weekday]!;
    return t(first.words, weekday, formatPercent(first.plays / all));
  }
  const hours = playsByHour(week);
  const main = STRETCHES.findIndex((_, at) => isMost(playsIn(hours, at), all));
  if (main >= 0) return t(STRETCHES[main]!.ofAll, formatPercent(playsIn(hours, main) / all));
  return peaksText(hours) ?? t('clock_even', formatPercent(Math.max(...amounts) / all));
}

/** “Busiest around 8:00 and 18:00”; null where that is not clear. */
function peaksText(byHour: readonly number[]): string | null {
  const [one, other] = clearPeaks(byHour);
  if (one === undefined) return null;
  return other === undefined
    ? t('clock_peak', hourName(one))
    : t('clock_peaks', hourName(one), hourName(other));
}

/** “Peaks at 8:00 and 18:00: 15 % of plays in these hours”; null where that is not clear. */
function hourPeaksText(plays: readonly number[]): string | null {
  const [one, other] = clearPeaks(plays);
  if (one === undefined) return null;
  if (other === undefined) return t('clock_hour_peak', hourName(one), shareOf(plays, one));
  const share = (plays[one]! + plays[other]!) / sum(plays);
  return t('clock_hour_peaks', hourName(one), hourName(other), formatPercent(share));
}

/** By hour of the day, whatever the weekday. */
export function playsByHour(week: Week): number[] {
  return Array.from({ length: 24 }, (_, hour) => sum(week.map((hours) => hours[hour] ?? 0)));
}

/** By weekday, Monday first. */
export function playsByWeekday(week: Week): number[] {
  return week.map((hours) => sum(hours));
}

/** “More is played between 20:00 and 21:00 than in any other hour: 8 %” */
export function hourFinding(plays: readonly number[]): string {
  if (sum(plays) < FEWEST_PLAYS) return t('clock_few_hours');
  const first = clearMost(plays);
  if (first === null) {
    return hourPeaksText(plays) ?? t('clock_hour_even', shareOf(plays, largest(plays)));
  }
  const words = isMost(plays[first]!, sum(plays)) ? 'clock_hour_most' : 'clock_hour';
  return t(words, hourName(first), hourName(first + 1), shareOf(plays, first));
}

/**
 * “Busiest on a Friday (17 %), quietest on a Sunday (11 %)”: what of it is clear. Of a week that is not
 * wholly `recorded` yet, nothing is said.
 */
export function weekdayFinding(plays: readonly number[], recorded: readonly boolean[]): string {
  if (sum(plays) < FEWEST_PLAYS || recorded.includes(false)) return t('clock_few_weekdays');
  const names = weekdayNames(1, 'long');
  const [most, least] = [clearMost(plays), clearLeast(plays)];
  const told = (at: number): [string, string] => [names[at]!, shareOf(plays, at)];
  if (most !== null && least !== null) return t('clock_weekdays', ...told(most), ...told(least));
  if (most !== null) return t('clock_weekdays_most', ...told(most));
  const two = clearTwo(plays);
  if (two) {
    const share = (plays[two[0]]! + plays[two[1]]!) / sum(plays);
    return t('clock_weekdays_two', names[two[0]]!, names[two[1]]!, formatPercent(share));
  }
  if (least !== null) return t('clock_weekdays_least', ...told(least));
  return t('clock_weekdays_even', shareOf(plays, largest(plays)));
}

/** “14:00”, as the reader writes hours. */
export function hourName(hour: number): string {
  return formatDate(hour * HOUR_MS, 'time', 'UTC');
}

function shareOf(plays: readonly number[], at: number): string {
  return formatPercent((plays[at] ?? 0) / sum(plays));
}

function largest(values: readonly number[]): number {
  return values.indexOf(Math.max(...values));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
