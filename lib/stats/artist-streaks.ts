/** Streaks by artist: days in a row with a play of theirs. */
import type { Dataset } from '../dataset/dataset.ts';
import { NONE } from '../dataset/dictionary.ts';
import type { Selection } from '../dataset/selection.ts';
import { dayOrdinals } from './day-ordinals.ts';
import { groupingOf } from './grouping.ts';
import { compareNames, pickBest, tally } from './ranking.ts';
import { rowDays } from './row-days.ts';
import { IS_PLAY, rowClasses } from './row-classes.ts';
import type { Streak } from './streaks.ts';
import type { TimeZone } from './time-zone.ts';

export interface ArtistStreak {
  /** The artist's. */
  index: number;
  /** Both as `streaks` has them. */
  longest: Streak;
  current: Streak | null;
}

/**
 * The artists with the longest streaks, as `streaks` defines them; then with more time in the
 * selection; then by name.
 *
 * @param today the local day looked from; nothing of the selection is later.
 */
export function artistStreaks(
  dataset: Dataset,
  selection: Selection,
  zone: TimeZone,
  { today, limit }: { today: number; limit: number },
): ArtistStreak[] {
  const { groupOfTrack, groups, namesOf } = groupingOf(dataset, 'artists');
  const { plays, playedMs } = tally(dataset, selection, groupOfTrack, groups);
  const { longest, latest, isCurrent } = findRuns(dataset, selection, zone, today);
  const compare = (a: number, b: number) =>
    longest.days[b]! - longest.days[a]! ||
    playedMs[b]! - playedMs[a]! ||
    compareNames(namesOf(a), namesOf(b));
  return pickBest(groups, limit, (artist) => plays[artist] !== 0, compare).map((index) => ({
    index,
    longest: streakAt(longest, index),
    current: isCurrent(index) ? streakAt(latest, index) : null,
  }));
}

/** A run of days by artist. */
interface Runs {
  days: Int32Array;
  first: Int32Array;
  last: Int32Array;
}

function findRuns(dataset: Dataset, { from, to, mask }: Selection, zone: TimeZone, today: number) {
  const { track } = dataset.columns;
  const { artists, tracks } = dataset.dictionary;
  const classes = rowClasses(dataset);
  const days = rowDays(dataset, zone);
  const rows = orderByDay(days, from, to);
  const begin = rows.length > 0 ? days[rows[0]!]! : today;
  const end = rows.length > 0 ? Math.max(today, days[rows.at(-1)!]!) : today;
  const ordinals = dayOrdinals(zone, begin, end);
  const daysBetween = (day: number, later: number) =>
    ordinals[later - begin]! - ordinals[day - begin]!;
  const longest = allocateRuns(artists.hash.length);
  const latest = allocateRuns(artists.hash.length);
  for (const row of rows) {
    if (!(classes[row]! & IS_PLAY) || (mask && mask[row] === 0)) continue;
    const artist = tracks.artist[track[row]!]!;
    const day = days[row]!;
    if (artist === NONE || (latest.days[artist] !== 0 && latest.last[artist] === day)) continue;
    if (latest.days[artist] === 0 || daysBetween(latest.last[artist]!, day) > 1) {
      latest.days[artist] = 0;
      latest.first[artist] = day;
    }
    latest.days[artist]!++;
    latest.last[artist] = day;
    if (latest.days[artist]! <= longest.days[artist]!) continue;
    longest.days[artist] = latest.days[artist]!;
    longest.first[artist] = latest.first[artist]!;
    longest.last[artist] = day;
  }
  const isCurrent = (artist: number) => daysBetween(latest.last[artist]!, today) <= 1;
  return { longest, latest, isCurrent };
}

function allocateRuns(artists: number): Runs {
  return {
    days: new Int32Array(artists),
    first: new Int32Array(artists),
    last: new Int32Array(artists),
  };
}

function streakAt({ days, first, last }: Runs, artist: number): Streak {
  return { days: days[artist]!, first: first[artist]!, last: last[artist]! };
}

/** The rows by local day: their own order, but for days that return when clocks are set back. */
function orderByDay(days: Int32Array, from: number, to: number): Uint32Array {
  const rows = new Uint32Array(Math.max(0, to - from));
  for (let row = from; row < to; row++) {
    let place = row - from;
    for (; place > 0 && days[rows[place - 1]!]! > days[row]!; place--) {
      rows[place] = rows[place - 1]!;
    }
    rows[place] = row;
  }
  return rows;
}
