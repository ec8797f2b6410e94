/** Entries of the statistics document: names, dates and moments in the place of indices and numbers. */
import type { Dictionary } from '../dataset/dictionary.ts';
import { formatDay, formatMoment } from './local-dates.ts';
import { albumTitle, artistName, songTitle } from './names.ts';
import type { Beside, Overview } from './overview.ts';
import type { Session } from './sessions.ts';
import type { ShareChange } from './share-change.ts';
import type { StatisticsDocument } from './statistics-schema.ts';
import type { Streak } from './streaks.ts';

/** What an index stands for, in the fields of a document. */
interface Name {
  name: string;
}
interface Work extends Name {
  artist: string | null;
}
interface Amount {
  plays: number;
  playedMs: number;
}
interface Named extends Amount {
  index: number;
}

export function artistOf(dictionary: Dictionary, artist: number): Name {
  return { name: artistName(dictionary, artist) ?? '' };
}

export function songOf(dictionary: Dictionary, song: number): Work {
  const artist = artistName(dictionary, dictionary.songs.artist[song]!);
  return { name: songTitle(dictionary, song), artist };
}

export function albumOf(dictionary: Dictionary, album: number): Work {
  const artist = artistName(dictionary, dictionary.albums.artist[album]!);
  return { name: albumTitle(dictionary, album), artist };
}

/** The entry of a list: whose figures, plays and time, and what else there is to say. */
export function describeEntry<Whose extends Name, More extends object>(
  dictionary: Dictionary,
  whose: (dictionary: Dictionary, index: number) => Whose,
  { index, plays, playedMs }: Named,
  more: More,
) {
  return { ...whose(dictionary, index), plays, msPlayed: playedMs, ...more };
}

/** An entry whose name is not behind an index. */
export function describeAmount<More extends object>(more: More, { plays, playedMs }: Amount) {
  return { ...more, plays, msPlayed: playedMs };
}

export function describeTotals(figures: Overview): StatisticsDocument['totals'] {
  const { streams, skips, songs, albums, artists } = figures;
  return {
    streams,
    plays: figures.plays,
    msPlayed: figures.playedMs,
    skips,
    songs,
    albums,
    artists,
    firstStream: describeMoment(figures.firstStream),
    lastStream: describeMoment(figures.lastStream),
    podcasts: describeBeside(figures.podcasts),
    audiobooks: describeBeside(figures.audiobooks),
    unknown: describeBeside(figures.unknown),
  };
}

function describeBeside({ streams, playedMs }: Beside) {
  return { streams, msPlayed: playedMs };
}

export function describeMoment(time: number | null): string | null {
  return time === null ? null : formatMoment(time);
}

export function describeStreak({ days, first, last }: Streak) {
  return { days, from: formatDay(first), to: formatDay(last) };
}

export function describeSession({ startedAt, endedAt, streams, playedMs }: Session) {
  return {
    from: formatMoment(startedAt),
    to: formatMoment(endedAt),
    streams,
    msPlayed: playedMs,
  };
}

export function describeShares(dictionary: Dictionary, change: ShareChange) {
  return {
    ...artistOf(dictionary, change.index),
    shareThen: change.earlierShare,
    shareNow: change.recentShare,
    msThen: change.earlierMs,
    msNow: change.recentMs,
  };
}
