/** Obsessions: a song played ten times or more within three days. */
import type { Dataset } from '../dataset/dataset.ts';
import { NONE } from '../dataset/dictionary.ts';
import type { Selection } from '../dataset/selection.ts';
import { artistName, songTitle } from './names.ts';
import { compareNames } from './ranking.ts';
import { tally } from './tally.ts';
import { rowDays } from './row-days.ts';
import { IS_PLAY, rowClasses } from './row-classes.ts';
import type { TimeZone } from './time-zone.ts';

const MIN_PLAYS = 10;
const DAYS = 3;

export interface Obsession {
  /** The song's. */
  index: number;
  /** Local days of its first and last play. */
  firstDay: number;
  lastDay: number;
  /** From the first day to the last. */
  plays: number;
  /** Time of these plays. */
  playedMs: number;
}

/** What was played of one song on one local day. */
interface SongDay {
  day: number;
  plays: number;
  playedMs: number;
}

/**
 * Three days are three local days in a row, the first of them one on which the song was played.
 * Such windows with ten plays that share a day of plays are one obsession, from the first window's
 * first play to the last one's last; windows that share none are two. By plays, then time, then
 * name, then the earlier. What lies outside of the selection does not count.
 */
export function obsessions(dataset: Dataset, selection: Selection, zone: TimeZone): Obsession[] {
  const found: Obsession[] = [];
  for (const [index, days] of playsBySongAndDay(dataset, selection, zone)) {
    for (const spell of findSpells(days)) found.push({ index, ...spell });
  }
  const { dictionary } = dataset;
  const namesOf = ({ index }: Obsession) => [
    songTitle(dictionary, index),
    artistName(dictionary, dictionary.songs.artist[index]!) ?? '',
  ];
  return found.toSorted(
    (a, b) =>
      b.plays - a.plays ||
      b.playedMs - a.playedMs ||
      compareNames(namesOf(a), namesOf(b)) ||
      a.firstDay - b.firstDay,
  );
}

/** The songs that may have had an obsession, each with its days in order. */
function playsBySongAndDay(
  dataset: Dataset,
  selection: Selection,
  zone: TimeZone,
): Map<number, SongDay[]> {
  const { playedMs } = dataset.columns;
  const days = rowDays(dataset, zone);
  const { rows, starts } = orderPlaysBySong(dataset, selection);
  const bySong = new Map<number, SongDay[]>();
  for (let song = NONE + 1; song + 1 < starts.length; song++) {
    if (!mayObsess(days, rows, starts[song]!, starts[song + 1]!)) continue;
    const daysOfSong: SongDay[] = [];
    for (let place = starts[song]!; place < starts[song + 1]!; place++) {
      const row = rows[place]!;
      const entry = dayOfSong(daysOfSong, days[row]!);
      entry.plays++;
      entry.playedMs += playedMs[row]!;
    }
    bySong.set(song, daysOfSong);
  }
  return bySong;
}

/** Whether ten plays in a row lie close enough: a day more than asked for, as clocks may go back. */
function mayObsess(days: Int32Array, rows: Uint32Array, from: number, to: number): boolean {
  for (let last = from + MIN_PLAYS - 1; last < to; last++) {
    if (days[rows[last]!]! - days[rows[last - MIN_PLAYS + 1]!]! <= DAYS) return true;
  }
  return false;
}

/** The rows of plays by song and then in time: song `s` has the places from `starts[s]` to the next. */
function orderPlaysBySong(dataset: Dataset, selection: Selection) {
  const { from, to, mask } = selection;
  const { track } = dataset.columns;
  const { songs, tracks } = dataset.dictionary;
  const { plays } = tally(dataset, selection, tracks.song, songs.hash.length);
  const starts = new Uint32Array(plays.length + 1);
  for (let song = 0; song < plays.length; song++) starts[song + 1] = starts[song]! + plays[song]!;
  const next = starts.slice();
  const rows = new Uint32Array(starts[plays.length]!);
  const classes = rowClasses(dataset);
  for (let row = from; row < to; row++) {
    if (!(classes[row]! & IS_PLAY) || (mask && mask[row] === 0)) continue;
    rows[next[tracks.song[track[row]!]!]!++] = row;
  }
  return { rows, starts };
}

/** The entry of a day, new if need be. Days come in order, but where clocks go back over midnight. */
function dayOfSong(days: SongDay[], day: number): SongDay {
  let place = days.length;
  while (place > 0 && days[place - 1]!.day > day) place--;
  const last = days[place - 1];
  if (last?.day === day) return last;
  const entry = { day, plays: 0, playedMs: 0 };
  days.splice(place, 0, entry);
  return entry;
}

/** Windows begin at days with a play: any other holds no more than the one of its first play. */
function findSpells(days: readonly SongDay[]): Omit<Obsession, 'index'>[] {
  const spells: Omit<Obsession, 'index'>[] = [];
  /** The first entry that is not in a spell yet. */
  let next = 0;
  for (let start = 0; start < days.length; start++) {
    let end = start;
    let plays = 0;
    while (end < days.length && days[end]!.day < days[start]!.day + DAYS) {
      plays += days[end++]!.plays;
    }
    if (plays < MIN_PLAYS) continue;
    let spell = spells.at(-1);
    if (!spell || spell.lastDay < days[start]!.day) {
      spell = { firstDay: days[start]!.day, lastDay: 0, plays: 0, playedMs: 0 };
      spells.push(spell);
      next = start;
    }
    for (; next < end; next++) {
      spell.lastDay = days[next]!.day;
      spell.plays += days[next]!.plays;
      spell.playedMs += days[next]!.playedMs;
    }
  }
  return spells;
}
