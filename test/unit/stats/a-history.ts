/** Short histories for the tests of taste: who was played when, in as few words as possible. */
import { buildDataset, type Dataset } from '../../../lib/dataset/dataset.ts';
import type { Stream } from '../../../lib/domain/stream.ts';
import { artistName, songTitle } from '../../../lib/stats/names.ts';
import { timeZoneTable } from '../../../lib/stats/time-zone.ts';
import { aStream, aTrack } from '../dataset/streams.ts';

export const BERLIN = timeZoneTable('Europe/Berlin');

/** The local day of a date. */
export function day(date: string): number {
  return Date.parse(date) / 86_400_000;
}

/** A play of a song (by an artist of the same name, if none is given) at noon UTC of a date. */
export function play(date: string, title: string, change: Partial<Stream> & { by?: string } = {}) {
  const { by = title, ...more } = change;
  return aStream({
    endedAt: Date.parse(date.length === 10 ? `${date}T12:00Z` : date),
    reasonEnd: 'trackdone',
    track: aTrack({ uri: `spotify:track:${title}`, title, artist: by }),
    ...more,
  });
}

/** Several of the same. */
export function times(count: number, stream: Stream): Stream[] {
  return Array.from({ length: count }, () => stream);
}

export function historyOf(...streams: (Stream | Stream[])[]): Dataset {
  return buildDataset(streams.flat());
}

export function artistsIn({ dictionary }: Dataset, list: readonly { index: number }[]) {
  return list.map(({ index }) => artistName(dictionary, index));
}

export function songsIn({ dictionary }: Dataset, list: readonly { index: number }[]) {
  return list.map(({ index }) => songTitle(dictionary, index));
}
