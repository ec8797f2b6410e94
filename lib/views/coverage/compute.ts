/** Tells the page which stretches of time the history has seen whole, and what each day brought. */
import { byDay } from '../../stats/by-day.ts';
import { dayOf } from '../../stats/calendar.ts';
import { coveredDays } from '../../stats/covered-days.ts';
import type { ViewSetting } from '../view-setting.ts';
import type { CoverageView } from './contract.ts';

export function computeCoverage(setting: ViewSetting): CoverageView {
  const { coverage } = setting;
  return { coverage: [...coverage], days: listDays(setting) };
}

function listDays({ dataset, scope, coverage, today, extent }: ViewSetting): CoverageView['days'] {
  const { zone } = scope;
  if (extent.firstAt === null) return null;
  const first = dayOf(zone, extent.firstAt);
  const last = Math.max(first, today);
  return {
    firstDay: first,
    playedMs: Array.from(byDay(dataset, zone, { first, last }).playedMs),
    covered: coveredDays(coverage, zone, { first, last }),
  };
}
