/** The invented music: artists with their records and songs, and when these came out. */
import type { Track } from '../domain/stream.ts';
import { distinct, inventArtist, inventTitle } from './names.ts';
import { createRandom, type Random } from './random.ts';

export interface SampleAlbum {
  /** Of no kind that Spotify knows. */
  uri: string;
  title: string;
  artist: string;
  /** UTC ms. */
  releasedAt: number;
  songs: readonly Track[];
}

export interface SampleArtist {
  name: string;
  /** The oldest first. */
  albums: readonly SampleAlbum[];
}

/** Years of first records: old masters, a middle age, and what is new. */
const ERAS = [
  { from: 1964, to: 1989, weight: 2 },
  { from: 1990, to: 2009, weight: 4 },
  { from: 2010, to: 2022, weight: 7 },
] as const;

/** So many artists, the same for the same seed; nothing comes out after `until` (UTC ms). */
export function inventCatalogue(seed: string, artists: number, until: number): SampleArtist[] {
  const taken = new Set<string>();
  return Array.from({ length: artists }, (_, place) => {
    const random = createRandom(seed, 'artist', place);
    const name = distinct(() => inventArtist(random), taken);
    return { name, albums: inventAlbums(random, name, until, place) };
  });
}

function inventAlbums(random: Random, artist: string, until: number, place: number): SampleAlbum[] {
  const era = ERAS[random.weighted(ERAS.map(({ weight }) => weight))] ?? ERAS[2];
  const albumTitles = new Set<string>();
  const songTitles = new Set<string>();
  const albums: SampleAlbum[] = [];
  let year = random.int(era.from, era.to);
  for (let left = random.int(2, 6); left > 0; left--) {
    const releasedAt = Date.UTC(year, random.int(0, 11), random.int(1, 28));
    if (releasedAt > until) break;
    const title = distinct(() => inventTitle(random), albumTitles);
    const uri = `sample:album:${place}-${albums.length}`;
    const songs = Array.from({ length: random.int(7, 12) }, () =>
      songOf(random, {
        artist,
        album: title,
        albumUri: uri,
        title: distinct(() => inventTitle(random), songTitles),
      }),
    );
    albums.push({ uri, title, artist, releasedAt, songs });
    year += random.int(1, 4);
  }
  return albums;
}

/** Spotify knows nothing of it: no URI, no links, no cover. */
export function bareTrack(
  names: Pick<Track, 'kind' | 'title' | 'artist' | 'album' | 'durationMs'> & Partial<Track>,
): Track {
  return {
    uri: null,
    albumArtist: null,
    isrc: null,
    coverUrl: null,
    artistUri: null,
    albumUri: null,
    ...names,
  };
}

function songOf(
  random: Random,
  names: Pick<Track, 'artist' | 'album' | 'albumUri' | 'title'>,
): Track {
  const seconds = Math.max(95, Math.min(560, Math.round(218 + 48 * random.normal())));
  return bareTrack({ kind: 'music', ...names, durationMs: seconds * 1000 + random.int(0, 999) });
}
