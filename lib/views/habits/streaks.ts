/** Days in a row with music, and with the music of one artist. */
import { artistStreaks } from '../../stats/artist-streaks.ts';
import { playedDays, streaksOf } from '../../stats/streaks.ts';
import { describeArtist } from '../describe-entry.ts';
import { recordedIn, type ViewSetting } from '../view-setting.ts';
import type { StreaksView } from './contract.ts';

const ARTISTS = 20;
/** One day is no streak. */
const SHORTEST = 2;

export function computeStreaks(setting: ViewSetting): StreaksView {
  const { dataset, scope } = setting;
  const { selection, zone, asOf } = scope;
  const artists = artistStreaks(dataset, selection, zone, { today: asOf, limit: ARTISTS });
  const played = playedDays(dataset, selection, zone);
  return {
    asOf,
    days: played.length,
    ...streaksOf(played, zone, asOf),
    currentKnown: isStreakKnown(setting, asOf),
    artists: artists
      .filter(({ longest }) => longest.days >= SHORTEST)
      .map(({ index, longest, current }) => ({
        entry: describeArtist(dataset, index),
        longest,
        current,
      })),
  };
}

/** Whether a day without a streak is one for sure: the day before was seen, so that one would be known. */
export function isStreakKnown(setting: ViewSetting, asOf: number): boolean {
  return recordedIn(setting, { first: asOf - 1, last: asOf - 1 }) === 'whole';
}
