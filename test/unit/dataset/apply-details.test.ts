/** What was said by URI, found again by the indices of a dictionary. */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyDetails } from '../../../lib/dataset/apply-details.ts';
import { buildDataset } from '../../../lib/dataset/dataset.ts';
import { creditsAt } from '../../../lib/dataset/dictionary.ts';
import type { Track } from '../../../lib/domain/stream.ts';
import { anyDetails, details, type Said } from './details.ts';
import { anyStream, aStream, aTrack } from './streams.ts';

const one = 'spotify:track:one';
const two = 'spotify:track:two';

/** Streams of these tracks, of which all that is said here is known. */
function known(tracks: Partial<Track>[], said: Said) {
  const streams = tracks.map((track) => aStream({ track: aTrack({ durationMs: null, ...track }) }));
  const { dictionary, metadata } = buildDataset(streams);
  const applied = applyDetails(dictionary, metadata, details(said));
  const trackOf = (uri: string) => dictionary.uris.indexOf(uri);
  return {
    dictionary,
    metadata: applied,
    trackOf,
    albumOf: (uri: string) => dictionary.tracks.album[trackOf(uri)]!,
  };
}

it('gives a track its length, ISRC, popularity and all who are credited', () => {
  const { metadata, trackOf } = known([{}], {
    tracks: {
      [one]: {
        durationMs: 201_000,
        isrc: 'DE1',
        popularity: 0,
        artistUris: ['spotify:artist:1', 'spotify:artist:2'],
      },
    },
    artists: { 'spotify:artist:1': { name: 'Ines Vale' }, 'spotify:artist:2': { name: 'Jo' } },
  });
  const track = trackOf(one);
  expect(metadata.durationMs[track]).toBe(201_000);
  expect(metadata.isrcs.get(track)).toBe('DE1');
  expect(metadata.popularity.get(track)).toBe(0);
  expect(creditsAt(metadata, track).map(({ name }) => name)).toEqual(['Ines Vale', 'Jo']);
});

it('gives every spelling of a track what was said of its URI', () => {
  const { metadata, dictionary } = known([{}, { title: 'GLASS HARBOUR' }], {
    tracks: { [one]: { durationMs: 5 } },
  });
  expect([...dictionary.uris.keys()].map((track) => metadata.durationMs[track])).toEqual([5, 5]);
});

it('gives an album date, cover and link by any of its tracks', () => {
  const { metadata, albumOf } = known([{}, { uri: two }], {
    tracks: { [two]: { albumUri: 'spotify:album:a' } },
    albums: { 'spotify:album:a': { releaseDate: '2019-05', coverUrl: 'c', name: 'Tides' } },
  });
  const album = albumOf(one);
  expect(metadata.releaseDates.get(album)).toBe('2019-05');
  expect(metadata.coverUrls.get(album)).toBe('c');
  expect(metadata.albumUris.get(album)).toBe('spotify:album:a');
});

it('takes of several albums at Spotify the one with its title, then the first released', () => {
  const tracks = ['a', 'b', 'c', 'd'].map((id) => ({ uri: `spotify:track:${id}` }));
  const said = {
    tracks: Object.fromEntries(
      tracks.map(({ uri }) => [uri, { albumUri: uri.replace('track', 'album') }]),
    ),
    albums: {
      'spotify:album:a': { name: 'Tides (Deluxe)', releaseDate: '1999' },
      'spotify:album:b': { name: 'TIDES', releaseDate: '2017-01-01' },
      'spotify:album:c': { name: 'Tides', releaseDate: '2004-03-09' },
      'spotify:album:d': { name: 'Tides', releaseDate: '2004' },
    },
  };
  for (const order of [tracks, tracks.toReversed()]) {
    const { metadata, albumOf } = known(order, said);
    const album = albumOf('spotify:track:a');
    expect(metadata.releaseDates.get(album)).toBe('2004-03-09');
    expect(metadata.albumUris.get(album)).toBe('spotify:album:c');
  }
});

it('knows an album that live plays named, though none of its tracks was asked for', () => {
  const { metadata, albumOf } = known([{ albumUri: 'spotify:album:a' }], {
    albums: { 'spotify:album:a': { releaseDate: '2019' } },
  });
  expect(metadata.releaseDates.get(albumOf(one))).toBe('2019');
});

it('gives an artist picture, genres and link, of those credited the one of that name only', () => {
  const said = {
    tracks: {
      [one]: { artistUris: ['spotify:artist:guest', 'spotify:artist:ines'] },
      [two]: { artistUris: ['spotify:artist:guest'] },
    },
    artists: {
      'spotify:artist:ines': { name: 'ines vale', imageUrl: 'i', genres: ['indie'] },
      'spotify:artist:guest': { name: 'Guest', imageUrl: 'g' },
    },
  };
  const { metadata, dictionary, trackOf } = known([{}, { uri: two, artist: 'Somebody' }], said);
  const [ines, somebody] = [one, two].map((uri) => dictionary.tracks.artist[trackOf(uri)]!);
  expect(metadata.imageUrls.get(ines!)).toBe('i');
  expect(metadata.genres.get(ines!)).toEqual(['indie']);
  expect(metadata.artistUris.get(ines!)).toBe('spotify:artist:ines');
  expect(metadata.artistUris.has(somebody!)).toBe(false);
});

it('gives the album’s artist a link too, where it is not the track’s', () => {
  const { metadata, dictionary, albumOf } = known([{ albumArtist: 'Various Artists' }], {
    tracks: { [one]: { albumUri: 'spotify:album:a', artistUris: [] } },
    albums: { 'spotify:album:a': { artistUris: ['spotify:artist:various'] } },
    artists: { 'spotify:artist:various': { name: 'Various Artists' } },
  });
  const artist = dictionary.albums.artist[albumOf(one)]!;
  expect(metadata.artistUris.get(artist)).toBe('spotify:artist:various');
});

it('leaves what live plays said where nothing was asked for', () => {
  const { metadata, albumOf } = known([{ coverUrl: 'live', albumUri: 'spotify:album:a' }], {
    tracks: { [two]: {} },
  });
  expect(metadata.coverUrls.get(albumOf(one))).toBe('live');
});

it('may be done twice', () => {
  fc.assert(
    fc.property(fc.array(anyStream(0, 1000), { maxLength: 8 }), anyDetails, (streams, said) => {
      const { dictionary, metadata } = buildDataset(streams);
      const once = applyDetails(dictionary, metadata, said);
      expect(applyDetails(dictionary, once, said)).toEqual(once);
    }),
    { numRuns: 300 },
  );
});
