/** Discoveries month by month, and those that stayed. */
import { firstDayOfMonth, monthOfDay } from '../../stats/calendar.ts';
import { discovered } from '../../stats/discovered.ts';
import { discoveries } from '../../stats/discoveries.ts';
import { listMonths } from '../../stats/listed-days.ts';
import { describeArtist } from '../describe-entry.ts';
import { recordedIn, type ViewSetting } from '../view-setting.ts';
import type { DiscoveriesView } from './contract.ts';

const LISTED = 20;

export function computeDiscoveries(setting: ViewSetting): DiscoveriesView {
  const { dataset, scope, today } = setting;
  const { selection, zone, days } = scope;
  const found = new Map(
    discoveries(dataset, selection, zone).map(({ month, artists, songs }) => [
      month,
      { artists, songs },
    ]),
  );
  const heard = listMonths(dataset, selection, zone);
  const firstMonth = heard[0]?.month ?? 0;
  const lastMonth = Math.max(
    heard.at(-1)?.month ?? -1,
    heard.length > 0 ? monthOfDay(Math.min(days?.last ?? today, today)) : -1,
  );
  return {
    firstMonth,
    months: Array.from({ length: lastMonth - firstMonth + 1 }, (_, i) => {
      const month = firstMonth + i;
      const range = {
        first: Math.max(firstDayOfMonth(month), days?.first ?? -Infinity),
        last: Math.min(firstDayOfMonth(month + 1) - 1, days?.last ?? Infinity),
      };
      const recorded = recordedIn(setting, range);
      const { artists, songs } = found.get(month) ?? { artists: 0, songs: 0 };
      return { artists, songs, covered: recorded !== 'nothing', partly: recorded === 'part' };
    }),
    stayed: discovered(dataset, 'artists', selection, zone, LISTED).map(
      ({ index, firstDay, plays, playedMs }) => {
        return { entry: describeArtist(dataset, index), firstDay, plays, playedMs };
      },
    ),
  };
}
