/** Puts together what several of Spotify's answers say of the same things. */
import {
  type AlbumDetails,
  type ArtistDetails,
  type Details,
  NO_DETAILS,
  type TrackDetails,
} from '../domain/details.ts';

interface Asked {
  askedAt: number | null;
  missing: boolean;
}

/** All of them as one; where two speak of the same thing, the later in the list is believed. */
export function mergeDetails(all: readonly Details[]): Details {
  const [first = NO_DETAILS, ...others] = all;
  if (others.length === 0) return first;
  const tracks = new Map(first.tracks);
  const albums = new Map(first.albums);
  const artists = new Map(first.artists);
  for (const later of others) {
    addEach(tracks, later.tracks, mergeTracks);
    addEach(albums, later.albums, mergeAlbums);
    addEach(artists, later.artists, mergeArtists);
  }
  return { tracks, albums, artists };
}

/** Of what was found only what says more than is known, or something else; merged with it. */
export function pickNews(known: Details, found: Details): Details {
  return {
    tracks: newsOf(known.tracks, found.tracks, mergeTracks),
    albums: newsOf(known.albums, found.albums, mergeAlbums),
    artists: newsOf(known.artists, found.artists, mergeArtists),
  };
}

function addEach<T>(
  known: Map<string, T>,
  added: ReadonlyMap<string, T>,
  merge: (before: T, after: T) => T,
): void {
  for (const [uri, after] of added) {
    const before = known.get(uri);
    known.set(uri, before ? merge(before, after) : after);
  }
}

function newsOf<T extends Asked>(
  known: ReadonlyMap<string, T>,
  found: ReadonlyMap<string, T>,
  merge: (before: T, after: T) => T,
): Map<string, T> {
  const news = new Map<string, T>();
  for (const [uri, after] of found) {
    const before = known.get(uri);
    const merged = before ? merge(before, after) : after;
    if (!before || saysMore(before, merged)) news.set(uri, merged);
  }
  return news;
}

/** A second answer of the same words is no news; a second "there is none" is. */
function saysMore<T extends Asked>(before: T, after: T): boolean {
  const { askedAt: askedBefore, ...knownBefore } = before;
  const { askedAt, ...knownAfter } = after;
  if (askedAt !== askedBefore && (askedBefore === null || after.missing)) return true;
  const words = new Map(Object.entries(knownBefore).map(([key, value]) => [key, wordsOf(value)]));
  return Object.entries(knownAfter).some(([key, value]) => words.get(key) !== wordsOf(value));
}

function wordsOf(value: unknown): string {
  return JSON.stringify(value);
}

function mergeTracks(before: TrackDetails, after: TrackDetails): TrackDetails {
  return {
    albumUri: after.albumUri ?? before.albumUri,
    artistUris: longer(after.artistUris, before.artistUris),
    durationMs: after.durationMs ?? before.durationMs,
    isrc: after.isrc ?? before.isrc,
    popularity: after.popularity ?? before.popularity,
    ...mergeAsked(before, after),
  };
}

function mergeAlbums(before: AlbumDetails, after: AlbumDetails): AlbumDetails {
  return {
    name: after.name ?? before.name,
    artistUris: longer(after.artistUris, before.artistUris),
    releaseDate: after.releaseDate ?? before.releaseDate,
    coverUrl: after.coverUrl ?? before.coverUrl,
    ...mergeAsked(before, after),
  };
}

function mergeArtists(before: ArtistDetails, after: ArtistDetails): ArtistDetails {
  return {
    name: after.name ?? before.name,
    imageUrl: after.imageUrl ?? before.imageUrl,
    genres: longer(after.genres, before.genres),
    ...mergeAsked(before, after),
  };
}

function mergeAsked(before: Asked, after: Asked): Asked {
  if (after.askedAt === null) return { askedAt: before.askedAt, missing: before.missing };
  return { askedAt: after.askedAt, missing: after.missing };
}

/** An answer may leave a list out; it does not take back what another said. */
function longer<T>(after: readonly T[], before: readonly T[]): T[] {
  return [...(after.length > 0 ? after : before)];
}
