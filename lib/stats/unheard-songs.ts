/** Dead tracks of a playlist, and what is liked but not played: kept songs that are not listened to. */
import type { Dataset } from '../dataset/dataset.ts';
import type { Selection } from '../dataset/selection.ts';
import { type NamedSong, songFinderOf } from '../dataset/song-finder.ts';
import { dayOf, yearsEarlier } from './calendar.ts';
import { type HeardSongs, heardSongs } from './heard-songs.ts';
import type { TimeZone } from './time-zone.ts';

export interface UnheardSong {
  /** Its place among the things given. */
  place: number;
  /** Of the songs it stands for the most played; null when the history has not met it. */
  song: number | null;
  /** Of all songs it stands for. */
  plays: number;
  playedMs: number;
  /** UTC ms of the last stream, however short; null when there is none. */
  lastHeardAt: number | null;
}

export interface UnheardSongs {
  /** Distinct songs among the things given. */
  songs: number;
  /** Without a play, in the order given: never heard, or left within 30 s each time. */
  neverPlayed: UnheardSong[];
  /**
   * Played once, but without a stream, even a skipped one, since the date a calendar year before
   * `asOf`. Longest unheard first, then in the order given.
   */
  unheardForAYear: UnheardSong[];
}

/**
 * @param selection everything until `asOf` (`selectUntil`).
 * @param asOf the local day looked from.
 * @param things the songs of a playlist or of the library; one that comes again counts once.
 */
export function unheardSongs(
  dataset: Dataset,
  selection: Selection,
  zone: TimeZone,
  asOf: number,
  things: readonly NamedSong[],
): UnheardSongs {
  const findSongs = songFinderOf(dataset.dictionary);
  const heard = heardSongs(dataset, selection);
  const lastDay = yearsEarlier(asOf, 1);
  const found = new Map<string, { place: number; songs: ReadonlySet<number> }>();
  for (const [place, thing] of things.entries()) {
    const { key, songs } = findSongs(thing);
    const before = found.get(key);
    if (!before) found.set(key, { place, songs });
    else if (before.songs !== songs) before.songs = new Set([...before.songs, ...songs]);
  }
  const neverPlayed: UnheardSong[] = [];
  const unheardForAYear: UnheardSong[] = [];
  for (const { place, songs } of found.values()) {
    const kept = { place, ...sumUp(heard, songs) };
    if (kept.plays === 0) neverPlayed.push(kept);
    else if (dayOf(zone, kept.lastHeardAt!) <= lastDay) unheardForAYear.push(kept);
  }
  unheardForAYear.sort((a, b) => a.lastHeardAt! - b.lastHeardAt!);
  return { songs: found.size, neverPlayed, unheardForAYear };
}

function sumUp(heard: HeardSongs, songs: Iterable<number>): Omit<UnheardSong, 'place'> {
  const sum: Omit<UnheardSong, 'place'> = { song: null, plays: 0, playedMs: 0, lastHeardAt: null };
  for (const song of songs) {
    if (heard.streams[song] === 0) continue;
    if (sum.song === null || heard.plays[song]! > heard.plays[sum.song]!) sum.song = song;
    sum.plays += heard.plays[song]!;
    sum.playedMs += heard.playedMs[song]!;
    sum.lastHeardAt = Math.max(sum.lastHeardAt ?? -Infinity, heard.lastHeardAt[song]!);
  }
  return sum;
}
