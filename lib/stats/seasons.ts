/** Variety by season: how many artists and songs, how many of them new, how evenly spread. */
import type { Dataset } from '../dataset/dataset.ts';
import { NONE } from '../dataset/dictionary.ts';
import type { Selection } from '../dataset/selection.ts';
import { firstDayOfMonth, monthOfDay } from './calendar.ts';
import { firstPlays } from './first-plays.ts';
import type { Hemisphere } from './hemisphere.ts';
import type { DayRange } from '../domain/day-range.ts';
import { IS_PLAY, rowClasses } from './row-classes.ts';
import { rowDays } from './row-days.ts';
import { selectDays } from './select-days.ts';
import { intersect } from './selections.ts';
import type { TimeZone } from './time-zone.ts';

export type SeasonName = 'winter' | 'spring' | 'summer' | 'autumn';

export interface Season {
  name: SeasonName;
  /** The calendar year its first month is in: the winter of December 2023 to February 2024 is 2023's. */
  year: number;
  /** Its local days, whether the selection has them all or not. */
  days: DayRange;
  /** Distinct, with a play. From here on, only what is in the selection counts. */
  artists: number;
  songs: number;
  /** Of these songs, those whose first play ever is in it, 0 … 1; null without a song. */
  firstTimeShare: number | null;
  /** Shannon's of artists' time, as `evenness` has it. */
  evenness: number | null;
}

/** From December, March, June and September on. */
const NAMES: Readonly<Record<Hemisphere, readonly SeasonName[]>> = {
  northern: ['winter', 'spring', 'summer', 'autumn'],
  southern: ['summer', 'autumn', 'winter', 'spring'],
};

/** The meteorological seasons of the selection in which there is music, in time order. */
export function seasons(
  dataset: Dataset,
  selection: Selection,
  zone: TimeZone,
  hemisphere: Hemisphere,
): Season[] {
  const { from, to } = selection;
  if (from >= to) return [];
  const days = rowDays(dataset, zone);
  const measure = createVarietyMeter(dataset);
  const result: Season[] = [];
  // A day that returns may belong to the season before, or the next.
  const last = seasonOfDay(days[to - 1]! + 1);
  for (let number = seasonOfDay(days[from]! - 1); number <= last; number++) {
    const range = daysOfSeason(number);
    const variety = measure(intersect(selection, selectDays(dataset.columns, zone, range)));
    if (!variety) continue;
    result.push({ ...nameSeason(number, hemisphere), ...variety });
  }
  return result;
}

/** Counted from the one that began in December 1969. */
export function seasonOfDay(day: number): number {
  return Math.floor((monthOfDay(day) + 1) / 3);
}

/** What a season (`seasonOfDay`) is called. */
export function nameSeason(
  number: number,
  hemisphere: Hemisphere,
): Pick<Season, 'name' | 'year' | 'days'> {
  const year = Math.floor((number * 3 - 1) / 12) + 1970;
  return { name: NAMES[hemisphere][number & 3]!, year, days: daysOfSeason(number) };
}

function daysOfSeason(number: number): DayRange {
  const month = number * 3 - 1;
  return { first: firstDayOfMonth(month), last: firstDayOfMonth(month + 3) - 1 };
}

type Variety = Pick<Season, 'artists' | 'songs' | 'firstTimeShare' | 'evenness'>;

/**
 * Measures one season after the other with the same arrays: clearing only what a season has touched
 * costs a fraction of new ones. Null for a season without music.
 */
function createVarietyMeter(dataset: Dataset): (rows: Selection) => Variety | null {
  const { track, playedMs } = dataset.columns;
  const { tracks, artists, songs } = dataset.dictionary;
  const classes = rowClasses(dataset);
  const firstPlayOf = firstPlays(dataset, 'songs');
  const artistMs = new Float64Array(artists.hash.length);
  /** The last season in which an artist was heard, an artist played, and a song played. */
  const artistHeard = new Uint32Array(artists.hash.length);
  const artistPlayed = new Uint32Array(artists.hash.length);
  const songPlayed = new Uint32Array(songs.hash.length);
  let season = 0;

  return ({ from, to, mask }) => {
    season++;
    const heard: number[] = [];
    let hasMusic = false;
    let artistCount = 0;
    let songCount = 0;
    let firstTimes = 0;
    for (let row = from; row < to; row++) {
      if (classes[row] === 0 || (mask && mask[row] === 0)) continue;
      hasMusic = true;
      const artist = tracks.artist[track[row]!]!;
      const song = tracks.song[track[row]!]!;
      if (artist !== NONE && artistHeard[artist] !== season) {
        artistHeard[artist] = season;
        artistMs[artist] = 0;
        heard.push(artist);
      }
      artistMs[artist]! += playedMs[row]!;
      if (!(classes[row]! & IS_PLAY)) continue;
      if (artist !== NONE && artistPlayed[artist] !== season) {
        artistPlayed[artist] = season;
        artistCount++;
      }
      if (song === NONE) continue;
      if (songPlayed[song] !== season) {
        songPlayed[song] = season;
        songCount++;
      }
      if (firstPlayOf[song] === row) firstTimes++;
    }
    if (!hasMusic) return null;
    return {
      artists: artistCount,
      songs: songCount,
      firstTimeShare: songCount > 0 ? firstTimes / songCount : null,
      evenness: evenness(pick(artistMs, heard)),
    };
  };
}

/**
 * Shannon's evenness H ÷ ln n of n amounts above zero, H = −Σ p ln p of their shares p: 1 when all
 * are the same, near 0 when one has nearly all. Null for fewer than two. Summed from the smallest
 * on, so that the digits do not depend on the order.
 */
export function evenness(amounts: Float64Array): number | null {
  const parts = amounts.toSorted();
  let first = 0;
  while (first < parts.length && parts[first]! <= 0) first++;
  const count = parts.length - first;
  if (count < 2) return null;
  let total = 0;
  for (let i = first; i < parts.length; i++) total += parts[i]!;
  let entropy = 0;
  for (let i = first; i < parts.length; i++) {
    const share = parts[i]! / total;
    entropy -= share * Math.log(share);
  }
  return entropy / Math.log(count);
}

function pick(values: Float64Array, places: readonly number[]): Float64Array {
  const picked = new Float64Array(places.length);
  for (let i = 0; i < places.length; i++) picked[i] = values[places[i]!]!;
  return picked;
}
