/** Invented answers of the Web API about tracks, albums and artists, as they are kept. */
import * as fc from 'fast-check';
import type {
  AlbumDetails,
  ArtistDetails,
  Details,
  TrackDetails,
} from '../../../lib/domain/details.ts';

/** Seconds are kept, not milliseconds. */
export const ASKED = Date.UTC(2026, 10, 21, 9);

export interface Said {
  tracks?: Record<string, Partial<TrackDetails>>;
  albums?: Record<string, Partial<AlbumDetails>>;
  artists?: Record<string, Partial<ArtistDetails>>;
}

/** What is not told of a thing is not known; every thing was asked for. */
export function details({ tracks = {}, albums = {}, artists = {} }: Said): Details {
  const asked = { askedAt: ASKED, missing: false };
  const track = { albumUri: null, artistUris: [], durationMs: null, isrc: null, popularity: null };
  const album = { name: null, artistUris: [], releaseDate: null, coverUrl: null };
  const artist = { name: null, imageUrl: null, genres: [] };
  return {
    tracks: fill(tracks, { ...track, ...asked }),
    albums: fill(albums, { ...album, ...asked }),
    artists: fill(artists, { ...artist, ...asked }),
  };
}

function fill<T>(said: Record<string, Partial<T>>, nothing: T): Map<string, T> {
  return new Map(Object.entries(said).map(([uri, facts]) => [uri, { ...nothing, ...facts }]));
}

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const uri = (kind: string) => fc.constantFrom('1', '2', '3').map((id) => `spotify:${kind}:${id}`);
const asked = {
  askedAt: maybe(fc.integer({ min: 1, max: 2 ** 32 - 1 }).map((seconds) => seconds * 1000)),
  missing: fc.boolean(),
};
const text = maybe(fc.string({ unit: 'grapheme' }));
const anyTrack: fc.Arbitrary<TrackDetails> = fc.record({
  albumUri: maybe(uri('album')),
  artistUris: fc.array(uri('artist')),
  durationMs: maybe(fc.integer({ min: 1, max: 2 ** 31 - 1 })),
  isrc: text,
  popularity: maybe(fc.integer({ min: 0, max: 100 })),
  ...asked,
});
const anyAlbum: fc.Arbitrary<AlbumDetails> = fc.record({
  name: text,
  artistUris: fc.array(uri('artist')),
  releaseDate: maybe(fc.constantFrom('2019', '2019-05', '2019-05-12', '2021')),
  coverUrl: text,
  ...asked,
});
const anyArtist: fc.Arbitrary<ArtistDetails> = fc.record({
  name: text,
  imageUrl: text,
  genres: fc.array(fc.constantFrom('indie', 'free jazz')),
  ...asked,
});

/** About few things, so that answers speak of the same ones. */
export const anyDetails: fc.Arbitrary<Details> = fc
  .record({
    tracks: fc.dictionary(uri('track'), anyTrack),
    albums: fc.dictionary(uri('album'), anyAlbum),
    artists: fc.dictionary(uri('artist'), anyArtist),
  })
  .map(({ tracks, albums, artists }) => ({
    tracks: new Map(Object.entries(tracks)),
    albums: new Map(Object.entries(albums)),
    artists: new Map(Object.entries(artists)),
  }));
