/** Artists standing the test of time, and how they were heard in each quarter. */
import { artistsByStep, stepsOfDays } from '../../stats/artists-by-step.ts';
import { firstDayOfMonth, quarterOfDay } from '../../stats/calendar.ts';
import { coveredPeriods } from '../../stats/covered-days.ts';
import { latestFirstPlay, standingTheTest } from '../../stats/standing-the-test.ts';
import { describeArtist } from '../describe-entry.ts';
import type { ViewSetting } from '../view-setting.ts';
import type { LastingView } from './contract.ts';
import { lastingOfSpotify } from './spotify-list.ts';

const LISTED = 50;

export async function computeLasting(setting: ViewSetting): Promise<LastingView> {
  const { dataset, scope } = setting;
  const { zone, asOf, until } = scope;
  const all = standingTheTest(dataset, until, zone, asOf);
  const listed = all.slice(0, LISTED);
  const first = Math.min(...listed.map(({ firstDay }) => quarterOfDay(firstDay)));
  const count = listed.length > 0 ? quarterOfDay(asOf) - first + 1 : 0;
  const steps = stepsOfDays(dataset, until, zone, { first, count, of: quarterOfDay });
  const indices = listed.map(({ index }) => index);
  const { artists } = artistsByStep(dataset, until, indices, steps);
  return {
    asOf,
    firstPlayBy: latestFirstPlay(asOf),
    found: all.length,
    artists: listed.map(({ index, firstDay, quarters, quartersSince, plays, playedMs }, i) => ({
      entry: describeArtist(dataset, index),
      firstDay,
      quarters,
      quartersSince,
      plays,
      playedMs,
      byQuarter: Array.from(artists[i]!.plays.subarray(count - quartersSince)),
    })),
    covered: coveredPeriods(setting.coverage, zone, {
      first,
      count,
      firstDayOf: (quarter) => firstDayOfMonth(quarter * 3),
    }),
    spotifyList: all.length > 0 ? null : await lastingOfSpotify(setting),
  };
}
