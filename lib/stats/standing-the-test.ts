/** Artists standing the test of time: heard in nearly every quarter since they were first played. */
import type { Dataset } from '../dataset/dataset.ts';
import { NONE } from '../dataset/dictionary.ts';
import type { Selection } from '../dataset/selection.ts';
import { quarterOfDay, yearsEarlier } from './calendar.ts';
import { artistName } from './names.ts';
import { PeriodCounter } from './period-counter.ts';
import { compareNames } from './ranking.ts';
import { tally } from './tally.ts';
import { dayTable, rowDays } from './row-days.ts';
import { IS_PLAY, rowClasses } from './row-classes.ts';
import type { TimeZone } from './time-zone.ts';

export interface LastingArtist {
  /** The artist's. */
  index: number;
  /** Local day of the first play. */
  firstDay: number;
  /** Calendar quarters with a play. */
  quarters: number;
  /** Calendar quarters from that of the first play to that of the day looked from, both counted. */
  quartersSince: number;
  plays: number;
  playedMs: number;
}

const MIN_YEARS = 2;

/**
 * Artists with plays in at least 80 % of the calendar quarters since their first play, which is at
 * least two calendar years before `asOf`. By number of quarters, then time, then name.
 *
 * @param selection everything until `asOf` (`selectUntil`).
 * @param asOf the local day looked from; its quarter counts though it may not be over.
 */
export function standingTheTest(
  dataset: Dataset,
  selection: Selection,
  zone: TimeZone,
  asOf: number,
): LastingArtist[] {
  const { artists, tracks } = dataset.dictionary;
  const { plays, playedMs } = tally(dataset, selection, tracks.artist, artists.hash.length);
  const { firstDay, quarters } = countQuarters(dataset, selection, zone);
  const latestFirstDay = latestFirstPlay(asOf);
  const lasting: LastingArtist[] = [];
  for (let index = NONE + 1; index < plays.length; index++) {
    if (plays[index] === 0 || firstDay[index]! > latestFirstDay) continue;
    const quartersSince = quarterOfDay(asOf) - quarterOfDay(firstDay[index]!) + 1;
    if (quarters[index]! * 5 < quartersSince * 4) continue;
    lasting.push({
      index,
      firstDay: firstDay[index]!,
      quarters: quarters[index]!,
      quartersSince,
      plays: plays[index]!,
      playedMs: playedMs[index]!,
    });
  }
  const nameOf = ({ index }: LastingArtist) => [artistName(dataset.dictionary, index) ?? ''];
  return lasting.toSorted(
    (a, b) =>
      b.quarters - a.quarters || b.playedMs - a.playedMs || compareNames(nameOf(a), nameOf(b)),
  );
}

/** The last local day on which an artist who stands the test by `asOf` was first played. */
export function latestFirstPlay(asOf: number): number {
  return yearsEarlier(asOf, MIN_YEARS);
}

function countQuarters(dataset: Dataset, { from, to, mask }: Selection, zone: TimeZone) {
  const { track } = dataset.columns;
  const { artists, tracks } = dataset.dictionary;
  const classes = rowClasses(dataset);
  const days = rowDays(dataset, zone);
  // A day that returns may be a row's, beside those at both ends.
  const begin = from < to ? days[from]! - 1 : 0;
  const end = from < to ? days[to - 1]! + 1 : -1;
  const table = dayTable(begin, end, quarterOfDay);
  const quarters = new PeriodCounter(artists.hash.length);
  const firstDay = new Int32Array(artists.hash.length).fill(2 ** 31 - 1);
  for (let row = from; row < to; row++) {
    if (!(classes[row]! & IS_PLAY) || (mask && mask[row] === 0)) continue;
    const artist = tracks.artist[track[row]!]!;
    const day = days[row]!;
    if (day < firstDay[artist]!) firstDay[artist] = day;
    quarters.add(artist, table[day - begin]!);
  }
  return { firstDay, quarters: quarters.counts };
}
