/** How many days an average is taken over: those of which anything is known. */
import type { DayRange } from '../domain/day-range.ts';
import { byDay } from '../stats/by-day.ts';
import { coveredDays } from '../stats/covered-days.ts';
import type { ViewSetting } from './view-setting.ts';

/** Days that the history has seen, if only in part, and days in a gap of which some music is known. */
export function countRecordedDays(
  { dataset, coverage, scope: { zone } }: ViewSetting,
  days: DayRange,
): number {
  if (days.last < days.first) return 0;
  const covered = coveredDays(coverage, zone, days);
  if (!covered.includes(false)) return covered.length;
  const { playedMs } = byDay(dataset, zone, days);
  return covered.filter((known, i) => known || playedMs[i]! > 0).length;
}
