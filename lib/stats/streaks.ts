/** Streaks: days in a row with a play. */
import type { Dataset } from '../dataset/dataset.ts';
import type { Selection } from '../dataset/selection.ts';
import { dayOrdinals } from './day-ordinals.ts';
import { IS_PLAY, rowClasses } from './row-classes.ts';
import { rowDays } from './row-days.ts';
import type { TimeZone } from './time-zone.ts';

export interface Streak {
  /** How many days; one the zone's clocks left out is neither counted nor missed. */
  days: number;
  /** Local days of the first and the last, since 1970-01-01. */
  first: number;
  last: number;
}

export interface Streaks {
  /** Of several as long, the first. Null without a play. */
  longest: Streak | null;
  /** The streak that `today` goes on with: it ends today, or the day before, as today is not over. */
  current: Streak | null;
}

/**
 * Runs of consecutive local days with at least one play of music each. Only what is selected is
 * looked at: of a streak that a bound of the range cuts, the part inside counts.
 *
 * @param today the local day looked from; nothing of the selection is later.
 */
export function streaks(
  dataset: Dataset,
  selection: Selection,
  zone: TimeZone,
  today: number,
): Streaks {
  return streaksOf(playedDays(dataset, selection, zone), zone, today);
}

/** The local days with a play, in time order. */
export function playedDays(
  dataset: Dataset,
  { from, to, mask }: Selection,
  zone: TimeZone,
): number[] {
  const classes = rowClasses(dataset);
  const days = rowDays(dataset, zone);
  const played: number[] = [];
  for (let row = from; row < to; row++) {
    if (!(classes[row]! & IS_PLAY) || (mask && mask[row] === 0)) continue;
    if (days[row] !== played.at(-1)) played.push(days[row]!);
  }
  // Where clocks are set back over midnight, a day returns.
  return [...new Set(played)].toSorted((a, b) => a - b);
}

/** As `streaks`, of the days with a play, in time order. */
export function streaksOf(played: readonly number[], zone: TimeZone, today: number): Streaks {
  const begin = played[0] ?? today;
  const ordinals = dayOrdinals(zone, begin, Math.max(today, played.at(-1) ?? today));
  const daysBetween = (day: number, later: number) =>
    ordinals[later - begin]! - ordinals[day - begin]!;
  let longest: Streak | null = null;
  let latest: Streak | null = null;
  for (const day of played) {
    if (latest && daysBetween(latest.last, day) === 1) {
      latest.last = day;
      latest.days++;
    } else {
      latest = { days: 1, first: day, last: day };
    }
    if (!longest || latest.days > longest.days) longest = latest;
  }
  const goesOn = latest !== null && daysBetween(latest.last, today) <= 1;
  return { longest, current: goesOn ? latest : null };
}
