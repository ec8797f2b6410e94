/** Ranges of the dashboard in words, for titles and for the range bar. */
import type { DayRange } from '../../domain/day-range.ts';
import { isPreset, type RangeChoice, type RangePreset } from '../../domain/range-choice.ts';
import { formatDate, formatNumber } from '../format.ts';
import { t, tPlural, type MessageKey } from '../text.ts';

const DAY_MS = 86_400_000;

const PRESETS: Readonly<Record<RangePreset, MessageKey>> = {
  today: 'range_today',
  '7-days': 'range_7_days',
  '4-weeks': 'range_4_weeks',
  '6-months': 'range_6_months',
  'this-year': 'range_this_year',
  'all-time': 'range_all_time',
};

export function presetText(preset: RangePreset): string {
  return t(PRESETS[preset]);
}

/** “All time”, “2024”, “May 2024”, “3 Feb 2024 – 5 May 2024”; `days` as the choice was understood. */
export function rangeText(choice: RangeChoice, days: DayRange | null): string {
  if (isPreset(choice)) return presetText(choice);
  if (/^\d{4}$/.test(choice)) return choice;
  if (!days) return choice;
  if (/^\d{4}-\d\d$/.test(choice)) return formatDay(days.first, 'month');
  return daysText(days);
}

/** “3 Feb 2024 – 5 May 2024”, or the one day. */
export function daysText({ first, last }: DayRange): string {
  if (first === last) return formatDay(first, 'date');
  return t('range_from_to', formatDay(first, 'date'), formatDay(last, 'date'));
}

/** “28 days” */
export function lengthText({ first, last }: DayRange): string {
  const days = last - first + 1;
  return tPlural('range_days', days, formatNumber(days));
}

/** A local day (since 1970-01-01), whatever zone it is local to. */
export function formatDay(
  day: number,
  style: 'date' | 'day' | 'month' | 'day-of-year' | 'year',
): string {
  return formatDate(day * DAY_MS, style, 'UTC');
}

/** A month counted from January 1970: “May 2019”. */
export function formatMonth(month: number): string {
  return formatDate(Date.UTC(1970, month, 1), 'month', 'UTC');
}

/** `2024-02-03`, as date fields and the URL have it. */
export function isoDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** A few days as the URL has them: `2024-02-03..2024-05-05`, or the one day. */
export function rangeOfDays({ first, last }: DayRange): RangeChoice {
  return first === last ? isoDay(first) : `${isoDay(first)}..${isoDay(last)}`;
}
