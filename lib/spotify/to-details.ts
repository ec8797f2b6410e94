/** Turns what the Web API says of tracks, albums and artists into what is kept of it besides. */
import type {
  ApiAlbum,
  ApiAlbumTrack,
  ApiArtist,
  ApiArtistCredit,
  ApiTrack,
  ApiWholeAlbum,
} from './api-objects.ts';
import { pickCover } from './to-stream.ts';
import type { AlbumDetails, ArtistDetails, Details, TrackDetails } from '../domain/details.ts';
import { parseItemUri } from '../domain/spotify-uri.ts';

/** Only mentioned beside something else. */
const MENTIONED = { askedAt: null, missing: false };
const NO_TRACK = { albumUri: null, artistUris: [], durationMs: null, isrc: null, popularity: null };
const NO_ALBUM = { name: null, artistUris: [], releaseDate: null, coverUrl: null };
const NO_ARTIST = { name: null, imageUrl: null, genres: [] };

/** `uri` is what was asked for: Spotify may answer with a track of another, for the same recording. */
export function detailsOfTrack(uri: string, track: ApiTrack, askedAt: number): Details {
  return collect((all) => {
    all.tracks.set(uri, { ...noteTrack(all, track), askedAt });
    if (track.album) noteAlbum(all, track.album);
  });
}

/** All tracks of a list in which they stand whole: nothing more is to be had by asking for each. */
export function detailsOfTracks(tracks: readonly ApiTrack[], askedAt: number): Details {
  return collect((all) => {
    for (const track of tracks) {
      if (!track.uri || parseItemUri(track.uri)?.kind !== 'track') continue;
      all.tracks.set(track.uri, { ...noteTrack(all, track), askedAt });
      if (track.album) noteAlbum(all, track.album);
    }
  });
}

export function detailsOfAlbum(uri: string, album: ApiWholeAlbum, askedAt: number): Details {
  return collect((all) => {
    noteAlbum(all, { ...album, uri });
    all.albums.set(uri, { ...(all.albums.get(uri) ?? { ...NO_ALBUM, ...MENTIONED }), askedAt });
    for (const track of album.tracks?.items ?? []) {
      all.tracks.set(track.uri, { ...noteTrack(all, track), albumUri: uri });
    }
  });
}

export function detailsOfArtist(uri: string, artist: ApiArtist, askedAt: number): Details {
  return collect((all) => void all.artists.set(uri, toArtist(artist, askedAt)));
}

/** All artists of a list in which they stand whole. */
export function detailsOfArtists(artists: readonly ApiArtist[], askedAt: number): Details {
  return collect((all) => {
    for (const artist of artists)
      if (artist.uri) all.artists.set(artist.uri, toArtist(artist, askedAt));
  });
}

/** Spotify says that there is no such thing. */
export function detailsOfMissing(uri: string, askedAt: number): Details {
  const asked = { askedAt, missing: true };
  return collect(({ tracks, albums, artists }) => {
    const kind = parseItemUri(uri)?.kind;
    if (kind === 'track') tracks.set(uri, { ...NO_TRACK, ...asked });
    if (kind === 'album') albums.set(uri, { ...NO_ALBUM, ...asked });
    if (kind === 'artist') artists.set(uri, { ...NO_ARTIST, ...asked });
  });
}

interface Collected {
  tracks: Map<string, TrackDetails>;
  albums: Map<string, AlbumDetails>;
  artists: Map<string, ArtistDetails>;
}

function collect(note: (all: Collected) => void): Details {
  const all: Collected = { tracks: new Map(), albums: new Map(), artists: new Map() };
  note(all);
  return all;
}

function noteTrack(all: Collected, track: ApiTrack | ApiAlbumTrack): TrackDetails {
  const album = 'album' in track ? track.album : null;
  return {
    albumUri: album?.uri || null,
    artistUris: noteCredits(all, track.artists),
    durationMs: Math.round(track.duration_ms ?? 0) || null,
    isrc: ('external_ids' in track && track.external_ids?.isrc) || null,
    popularity: 'popularity' in track ? toPopularity(track.popularity) : null,
    ...MENTIONED,
  };
}

function noteAlbum(all: Collected, album: ApiAlbum): void {
  if (!album.uri) return;
  all.albums.set(album.uri, {
    name: album.name || null,
    artistUris: noteCredits(all, album.artists),
    releaseDate: toReleaseDate(album.release_date),
    coverUrl: pickCover(album.images),
    ...MENTIONED,
  });
}

function noteCredits(all: Collected, credits: readonly ApiArtistCredit[]): string[] {
  return credits.flatMap(({ name, uri }) => {
    if (!uri) return [];
    if (!all.artists.has(uri)) {
      all.artists.set(uri, { ...NO_ARTIST, name: name || null, ...MENTIONED });
    }
    return [uri];
  });
}

function toArtist({ name, images, genres }: ApiArtist, askedAt: number): ArtistDetails {
  return { name, imageUrl: pickCover(images), genres, askedAt, missing: false };
}

function toReleaseDate(text: string | null | undefined): string | null {
  return text && /^\d{4}(-\d{2}){0,2}$/.test(text) ? text : null;
}

function toPopularity(value: number | null | undefined): number | null {
  return value === null || value === undefined || !(value >= 0 && value <= 100)
    ? null
    : Math.round(value);
}
