/** Streaks by artist: days in a row with a play of theirs. */
import type { Dataset } from '../dataset/dataset.ts';
import type { Selection } from '../dataset/selection.ts';
import { dayOrdinals } from './day-ordinals.ts';
import { groupingOf } from './grouping.ts';
import { compareNames, pickBest } from './ranking.ts';
import { tally } from './tally.ts';
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
  const { longest, latest, streakOf, isCurrent } = findRuns(dataset, selection, zone, today);
  const compare = (a: number, b: number) =>
    longest.last[b]! - longest.first[b]! - (longest.last[a]! - longest.first[a]!) ||
    playedMs[b]! - playedMs[a]! ||
    compareNames(namesOf(a), namesOf(b));
  return pickBest(groups, limit, (artist) => plays[artist] !== 0, compare).map((index) => ({
    index,
    longest: streakOf(longest, index),
    current: isCurrent(index) ? streakOf(latest, index) : null,
  }));
}

/** A run of days by artist, in ordinals; where there is none, it ends before it begins. */
interface Runs {
  first: Int32Array;
  last: Int32Array;
}

/** No day, and not the day before one. */
const NEVER = -1;

function findRuns(dataset: Dataset, { from, to, mask }: Selection, zone: TimeZone, today: number) {
  const { track } = dataset.columns;
  const { artists, tracks } = dataset.dictionary;
  const classes = rowClasses(dataset);
  const days = rowDays(dataset, zone);
  const order = orderByDay(days, from, to);
  const begin = from < to ? days[order?.[0] ?? from]! : today;
  const end = from < to ? Math.max(today, days[order?.at(-1) ?? to - 1]!) : today;
  const ordinals = dayOrdinals(zone, begin, end);
  const longest = allocateRuns(artists.hash.length);
  const latest = allocateRuns(artists.hash.length);
  const { first, last } = latest;
  for (let i = 0; i < to - from; i++) {
    const row = order ? order[i]! : from + i;
    if (!(classes[row]! & IS_PLAY) || (mask && mask[row] === 0)) continue;
    const artist = tracks.artist[track[row]!]!;
    const ordinal = ordinals[days[row]! - begin]!;
    const before = last[artist]!;
    if (before === ordinal) continue;
    if (before !== ordinal - 1) {
      keepLonger(longest, latest, artist);
      first[artist] = ordinal;
    }
    last[artist] = ordinal;
  }
  for (let artist = 0; artist < last.length; artist++) keepLonger(longest, latest, artist);
  const dayAt = (ordinal: number) => begin + ordinals.indexOf(ordinal);
  return {
    longest,
    latest,
    streakOf: (runs: Runs, artist: number): Streak => ({
      days: runs.last[artist]! - runs.first[artist]! + 1,
      first: dayAt(runs.first[artist]!),
      last: dayAt(runs.last[artist]!),
    }),
    isCurrent: (artist: number) => ordinals[today - begin]! - last[artist]! <= 1,
  };
}

function allocateRuns(artists: number): Runs {
  return {
    first: new Int32Array(artists).fill(NEVER),
    last: new Int32Array(artists).fill(NEVER - 1),
  };
}

/** Of runs as long, the first stays. */
function keepLonger(longest: Runs, latest: Runs, artist: number): void {
  const first = latest.first[artist]!;
  const last = latest.last[artist]!;
  if (last - first <= longest.last[artist]! - longest.first[artist]!) return;
  longest.first[artist] = first;
  longest.last[artist] = last;
}

/** The rows by local day: their own order (null), unless a day returns as clocks are set back. */
function orderByDay(days: Int32Array, from: number, to: number): Uint32Array | null {
  let row = from + 1;
  while (row < to && days[row]! >= days[row - 1]!) row++;
  if (row >= to) return null;
  const rows = new Uint32Array(to - from).map((_, i) => from + i);
  // All but in order: what is not moves by a few places.
  for (; row < to; row++) {
    let place = row - from;
    for (; place > 0 && days[rows[place - 1]!]! > days[row]!; place--) {
      rows[place] = rows[place - 1]!;
    }
    rows[place] = row;
  }
  return rows;
}
