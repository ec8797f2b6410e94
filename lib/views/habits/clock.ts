/** When in the week music is played. */
import { dayOf } from '../../stats/calendar.ts';
import { coveredDays } from '../../stats/covered-days.ts';
import { hourOfWeek } from '../../stats/hour-of-week.ts';
import type { ViewSetting } from '../view-setting.ts';
import type { ClockView } from './contract.ts';

export function computeClock(setting: ViewSetting): ClockView {
  const { dataset, scope } = setting;
  return {
    plays: hourOfWeek(dataset, scope.selection, scope.zone),
    recorded: recordedWeekdays(setting),
  };
}

/** Of each weekday, Monday first, whether any in the range is known. */
export function recordedWeekdays({ coverage, scope, days, today, extent }: ViewSetting): boolean[] {
  const recorded = Array.from({ length: 7 }, () => false);
  if (extent.firstAt === null) return recorded;
  const begin = dayOf(scope.zone, extent.firstAt);
  const first = Math.max(begin, days?.first ?? begin);
  const last = Math.min(today, days?.last ?? today);
  if (first > last) return recorded;
  for (const [i, known] of coveredDays(coverage, scope.zone, { first, last }).entries()) {
    // 1970 began on a Thursday.
    if (known) recorded[(first + i + 3) % 7] = true;
  }
  return recorded;
}
