/** The same figures once more: row by row, with a date formatted per row and maps of strings. */
import type { Stream } from '../../../lib/domain/stream.ts';

/** With daylight saving by the hour, by half an hour, by none, at midnight, and a day left out. */
export const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'America/St_Johns',
  'Africa/Cairo',
  'America/Havana',
  'UTC',
];

const formats = new Map<string, Intl.DateTimeFormat>();

/** What the clocks of a zone show: `2026-11-21`, `09:00:00`. */
export function clockAt(timeZone: string, time: number): { date: string; clock: string } {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('sv-SE', {
      timeZone,
      dateStyle: 'short',
      timeStyle: 'medium',
    });
    formats.set(timeZone, format);
  }
  const [date = '', clock = ''] = format.format(time).split(' ');
  return { date, clock };
}

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
}

/** So many dates, the last one last. */
export function datesTo(last: string, count: number): string[] {
  return Array.from({ length: count }, (_, i) => addDays(last, i - count + 1));
}

export function isPlay({ playedMs, reasonEnd, quality }: Stream): boolean {
  return playedMs >= 30_000 || reasonEnd === 'trackdone' || quality === 'estimated';
}

export function isMusic({ track }: Stream): boolean {
  return track.kind === 'music';
}

export function naiveTotals(streams: readonly Stream[]) {
  const music = streams.filter(isMusic);
  return {
    streams: music.length,
    plays: music.filter(isPlay).length,
    playedMs: music.reduce((sum, { playedMs }) => sum + playedMs, 0),
  };
}

export interface NaiveRank {
  names: string[];
  plays: number;
  playedMs: number;
}

const bytes = (text: string) => Buffer.from(text, 'utf8');

/** Case folding for the few letters that the tests use. */
function fold(text: string | null): string {
  return (text ?? '').normalize('NFC').trim().toLowerCase().replaceAll('ß', 'ss');
}

function keepSmallest(names: Map<string, string>, key: string, name: string): void {
  const shown = names.get(key);
  if (shown === undefined || bytes(name).compare(bytes(shown)) < 0) names.set(key, name);
}

/** `shownIn` is what the smallest spelling is looked for in: everything the history knows. */
export function naiveTop(
  streams: readonly Stream[],
  shownIn: readonly Stream[],
  of: 'songs' | 'artists' | 'albums',
  by: 'plays' | 'time',
): NaiveRank[] {
  const partsOf = ({ track }: Stream): (string | null)[] => {
    const albumArtist = track.albumArtist ?? track.artist;
    const title = fold(track.title) === '' ? track.uri : track.title;
    if (of === 'artists') return [track.artist];
    return of === 'songs' ? [title, track.artist] : [track.album, albumArtist];
  };
  const artistNames = new Map<string, string>();
  const spellings = new Map<string, string>();
  const keyOf = (stream: Stream) => partsOf(stream).map(fold).join('|');
  for (const stream of shownIn.filter(isMusic)) {
    const { artist, albumArtist } = stream.track;
    for (const name of [artist, albumArtist]) {
      if (name !== null) keepSmallest(artistNames, fold(name), name);
    }
    keepSmallest(spellings, keyOf(stream), partsOf(stream)[0] ?? '');
  }
  const ranks = new Map<string, NaiveRank>();
  for (const stream of streams.filter(isMusic)) {
    const [name = null, artist = null] = partsOf(stream);
    if (fold(name) === '') continue;
    const key = keyOf(stream);
    const names =
      of === 'artists'
        ? [artistNames.get(fold(name)) ?? '']
        : [spellings.get(key) ?? '', artistNames.get(fold(artist)) ?? ''];
    const rank = ranks.get(key) ?? { names, plays: 0, playedMs: 0 };
    rank.plays += isPlay(stream) ? 1 : 0;
    rank.playedMs += stream.playedMs;
    ranks.set(key, rank);
  }
  return [...ranks.values()].toSorted(
    (a, b) =>
      (by === 'plays' ? b.plays - a.plays : 0) ||
      b.playedMs - a.playedMs ||
      bytes(a.names.join('\u0000')).compare(bytes(b.names.join('\u0000'))),
  );
}
