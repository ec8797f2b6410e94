/** Artists falling off and artists rising, and how their months went. */
import { artistsByStep, stepsOfDays } from '../../stats/artists-by-step.ts';
import { firstDayOfMonth, monthOfDay } from '../../stats/calendar.ts';
import { coveredPeriods } from '../../stats/covered-days.ts';
import { fallingOff } from '../../stats/falling-off.ts';
import { rising } from '../../stats/rising.ts';
import { selectDays } from '../../stats/select-days.ts';
import { type ShareChange, sharePeriods } from '../../stats/share-change.ts';
import { totals } from '../../stats/totals.ts';
import { describeArtist } from '../describe-entry.ts';
import type { ViewSetting } from '../view-setting.ts';
import type { ChangesView } from './contract.ts';
import { fallingOfSpotify, risingOfSpotify } from './spotify-list.ts';

const LISTED = 30;

export async function computeFalling(setting: ViewSetting): Promise<ChangesView> {
  const { dataset, scope } = setting;
  const found = fallingOff(dataset, scope.zone, scope.asOf, 'plays');
  return describeChanges(setting, found, fallingOfSpotify);
}

export async function computeRising(setting: ViewSetting): Promise<ChangesView> {
  const { dataset, scope } = setting;
  const found = rising(dataset, scope.zone, scope.asOf, 'plays');
  return describeChanges(setting, found, risingOfSpotify);
}

async function describeChanges(
  setting: ViewSetting,
  found: readonly ShareChange[],
  ofSpotify: typeof fallingOfSpotify,
): Promise<ChangesView> {
  const { dataset, scope } = setting;
  const { zone, asOf, until } = scope;
  const { columns } = dataset;
  const { earlier, recent } = sharePeriods(asOf);
  const listed = found.slice(0, LISTED);
  const firstMonth = monthOfDay(earlier.first);
  const both = selectDays(columns, zone, { first: earlier.first, last: recent.last });
  const steps = stepsOfDays(dataset, both, zone, {
    first: firstMonth,
    count: monthOfDay(recent.last) - firstMonth + 1,
    of: monthOfDay,
  });
  const indices = listed.map(({ index }) => index);
  const { artists } = artistsByStep(dataset, both, indices, steps);
  const isEmpty = until.from === until.to;
  return {
    asOf,
    recent,
    earlier,
    recentMs: isEmpty ? 0 : totals(dataset, selectDays(columns, zone, recent)).playedMs,
    earlierMs: isEmpty ? 0 : totals(dataset, selectDays(columns, zone, earlier)).playedMs,
    firstMonth,
    covered: coveredPeriods(setting.coverage, zone, {
      first: firstMonth,
      count: steps.count,
      firstDayOf: firstDayOfMonth,
    }),
    found: found.length,
    artists: listed.map(({ index, earlierShare, recentShare, earlierMs, recentMs }, i) => ({
      entry: describeArtist(dataset, index),
      earlierShare,
      recentShare,
      earlierMs,
      recentMs,
      byMonth: Array.from(artists[i]!.playedMs),
    })),
    spotifyList: found.length > 0 ? null : await ofSpotify(setting),
  };
}
