/** On this day: what was played on the same date in earlier years. */
import type { Dataset } from '../dataset/dataset.ts';
import { dayOf } from './calendar.ts';
import type { Ranked } from './ranking.ts';
import { selectDays } from './select-days.ts';
import { DAY_MS, type TimeZone } from './time-zone.ts';
import { topSongs } from './top-songs.ts';
import { totals } from './totals.ts';

export interface EarlierDay {
  year: number;
  /** Local day since 1970-01-01. */
  day: number;
  plays: number;
  /** Time of all music streams of that day. */
  playedMs: number;
  /** By plays; only what was played. */
  songs: Ranked[];
}

/**
 * The local days before `today`, latest first, that have its month and day, and a play. A 29th of
 * February belongs to the 29ths of earlier leap years, and in a year that has none also to the 28th:
 * so that it is seen every year, and on one day only.
 *
 * @param limit songs a day.
 * @param most days that are looked for; all when not given.
 */
export function onThisDay(
  dataset: Dataset,
  zone: TimeZone,
  today: number,
  limit: number,
  most = Infinity,
): EarlierDay[] {
  const { columns } = dataset;
  if (columns.rows === 0) return [];
  const firstYear = yearOf(dayOf(zone, columns.endedAt[0]!));
  const found: EarlierDay[] = [];
  for (let year = yearOf(today) - 1; year >= firstYear && found.length < most; year--) {
    for (const day of daysLike(today, year)) {
      const selection = selectDays(columns, zone, { first: day, last: day });
      const { plays, playedMs } = totals(dataset, selection);
      if (plays === 0) continue;
      const songs = topSongs(dataset, selection, 'plays', limit);
      found.push({ year, day, plays, playedMs, songs: songs.filter((song) => song.plays > 0) });
    }
  }
  return found.slice(0, most);
}

/** The days of a year that are shown on `today`, the later first. */
function daysLike(today: number, year: number): number[] {
  const date = new Date(today * DAY_MS);
  const month = date.getUTCMonth();
  const dayOfMonth = date.getUTCDate();
  const same = Date.UTC(year, month, dayOfMonth) / DAY_MS;
  if (month !== 1 || dayOfMonth < 28) return [same];
  if (dayOfMonth === 29) return isLeap(year) ? [same] : [];
  return isLeap(year) && !isLeap(date.getUTCFullYear()) ? [same + 1, same] : [same];
}

function isLeap(year: number): boolean {
  return new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;
}

function yearOf(day: number): number {
  return new Date(day * DAY_MS).getUTCFullYear();
}
