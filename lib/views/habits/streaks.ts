/** Days in a row with music, and with the music of one artist. */
import { artistStreaks } from '../../stats/artist-streaks.ts';
import { listDays } from '../../stats/listed-days.ts';
import { streaks } from '../../stats/streaks.ts';
import { describeArtist } from '../describe-entry.ts';
import type { ViewSetting } from '../view-setting.ts';
import type { StreaksView } from './contract.ts';

const ARTISTS = 20;
/** One day is no streak. */
const SHORTEST = 2;

export function computeStreaks({ dataset, scope }: ViewSetting): StreaksView {
  const { selection, zone, asOf } = scope;
  const artists = artistStreaks(dataset, selection, zone, { today: asOf, limit: ARTISTS });
  return {
    asOf,
    days: listDays(dataset, selection, zone).filter(({ plays }) => plays > 0).length,
    ...streaks(dataset, selection, zone, asOf),
    artists: artists
      .filter(({ longest }) => longest.days >= SHORTEST)
      .map(({ index, longest, current }) => ({
        entry: describeArtist(dataset, index),
        longest,
        current,
      })),
  };
}
