/** Tells the page which stretches of time the history has seen whole, and what each day brought. */
import { byDay } from '../../stats/by-day.ts';
import { dayOf, startOfDay } from '../../stats/calendar.ts';
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
  const covered: boolean[] = [];
  // Days and stretches are both in order: each is passed once.
  let stretch = 0;
  let start = startOfDay(zone, first);
  for (let day = first; day <= last; day++) {
    const end = startOfDay(zone, day + 1);
    while (stretch < coverage.length && coverage[stretch]!.to < start) stretch++;
    covered.push(stretch < coverage.length && coverage[stretch]!.from < end);
    start = end;
  }
  return {
    firstDay: first,
    playedMs: Array.from(byDay(dataset, zone, { first, last }).playedMs),
    covered,
  };
}
