/** A whole invented listening life, to look around with before one's own is here. */
import type { Library, Playlist } from '../domain/library.ts';
import type { Stream } from '../domain/stream.ts';
import { inventCatalogue, type SampleAlbum } from './catalogue.ts';
import { listen } from './listen.ts';
import { inventLibrary, inventPlaylists } from './saved.ts';
import { ARTISTS } from './taste.ts';

export interface Sample {
  /** In time order; the last ended minutes before `now`. */
  streams: Stream[];
  playlists: Playlist[];
  library: Library;
  /** Every record there is, with the day it came out. */
  albums: SampleAlbum[];
  /** UTC ms, in order: moments in which nothing is known, one for each gap. */
  gaps: number[];
}

const YEARS = 6;
const DAY_MS = 86_400_000;

/** Parts of the years that nothing is known of, as if an export had left them out. */
const GAPS = [
  [0.36, 19],
  [0.78, 8],
] as const;

/**
 * About 60,000 streams over six years. The same for the same seed, moment and time zone. Takes a good
 * deal less than a second: for a worker all the same.
 */
export function createSample({ seed = 'ostinato', now }: { seed?: string; now: number }): Sample {
  const days = Math.round(YEARS * 365.25) + 24;
  const artists = inventCatalogue(seed, ARTISTS, now);
  const gaps = GAPS.map(([share, length]) => {
    const from = Math.floor(share * days);
    return [from, from + length - 1] as const;
  });
  const streams = listen({ seed, artists, now, days, gaps });
  return {
    streams,
    playlists: inventPlaylists(seed, streams, artists),
    library: inventLibrary(seed, streams, artists),
    albums: artists.flatMap(({ albums }) => albums),
    gaps: gaps.map(([from, to]) => now - (days - 1 - (from + to) / 2) * DAY_MS),
  };
}
