/** Every day of the years that the range touches, from the first stream on. */
import { byDay } from '../../stats/by-day.ts';
import { dayOf, firstDayOfYear } from '../../stats/calendar.ts';
import { coveredDays } from '../../stats/covered-days.ts';
import type { ViewSetting } from '../view-setting.ts';
import type { CalendarView } from './contract.ts';

export function computeCalendar(setting: ViewSetting): CalendarView {
  const { dataset, scope, coverage, today, days, extent } = setting;
  const { zone } = scope;
  const begin = extent.firstAt === null ? today : dayOf(zone, extent.firstAt);
  const first = Math.max(begin, days ? firstDayOfYear(days.first) : begin);
  const end = days ? lastDayOfYear(days.last) : today;
  const last = Math.max(first, Math.min(end, Math.max(today, begin)));
  const { plays, playedMs } = byDay(dataset, zone, { first, last });
  return {
    firstDay: first,
    plays: Array.from(plays),
    playedMs: Array.from(playedMs),
    covered: coveredDays(coverage, zone, { first, last }),
  };
}

function lastDayOfYear(day: number): number {
  // No year is longer than 366 days.
  return firstDayOfYear(firstDayOfYear(day) + 366) - 1;
}
