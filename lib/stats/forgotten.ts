/** Forgotten favourites: songs of the all-time top that have not been heard for a year. */
import type { Dataset } from '../dataset/dataset.ts';
import type { Selection } from '../dataset/selection.ts';
import { dayOf, yearsEarlier } from './calendar.ts';
import { heardSongs } from './heard-songs.ts';
import type { RankBy, Ranked } from './ranking.ts';
import type { TimeZone } from './time-zone.ts';
import { topSongs } from './top-songs.ts';

const TOP_SONGS = 200;

export interface ForgottenSong extends Ranked {
  /** Its place among the top 200, from 1. */
  rank: number;
  /** UTC ms of the last stream, however short. */
  lastHeardAt: number;
}

/**
 * Of the top 200 songs until `asOf`, those without a stream, even a skipped one, since that date a
 * calendar year before. In the order of the ranking.
 *
 * @param selection everything until `asOf` (`selectUntil`).
 * @param asOf the local day looked from.
 * @param by how the top 200 are ranked.
 */
export function forgotten(
  dataset: Dataset,
  selection: Selection,
  zone: TimeZone,
  asOf: number,
  by: RankBy,
): ForgottenSong[] {
  const { lastHeardAt } = heardSongs(dataset, selection);
  const lastDay = yearsEarlier(asOf, 1);
  return topSongs(dataset, selection, by, TOP_SONGS)
    .map(({ index, plays, playedMs }, place) => ({
      index,
      rank: place + 1,
      plays,
      playedMs,
      lastHeardAt: lastHeardAt[index]!,
    }))
    .filter(({ lastHeardAt: time }) => dayOf(zone, time) <= lastDay);
}
