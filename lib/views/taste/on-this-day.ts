/** What was played on the same date in earlier years. */
import { onThisDay } from '../../stats/on-this-day.ts';
import { describeSong } from '../describe-entry.ts';
import type { ViewSetting } from '../view-setting.ts';
import type { OnThisDayView } from './contract.ts';

const SONGS = 5;

export function computeOnThisDay(
  { dataset, scope: { zone }, today }: ViewSetting,
  params: { day: number | null },
): OnThisDayView {
  const day = params.day ?? today;
  return {
    day,
    days: onThisDay(dataset, zone, day, SONGS).map((earlier) => ({
      day: earlier.day,
      plays: earlier.plays,
      playedMs: earlier.playedMs,
      songs: earlier.songs.map(({ index, plays, playedMs }) => {
        return { entry: describeSong(dataset, index), plays, playedMs };
      }),
    })),
  };
}
