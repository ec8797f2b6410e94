import { expect, test } from 'vitest';
import { buildDataset } from '../../../lib/dataset/dataset.ts';
import { findEntry } from '../../../lib/dataset/find-entry.ts';
import { albumTitle, artistName, songTitle } from '../../../lib/stats/names.ts';
import { aStream, aTrack } from './streams.ts';

const { dictionary } = buildDataset([
  aStream({ track: aTrack({ kind: 'podcast', title: 'Ode', artist: 'Zoë', album: 'First' }) }),
  aStream({ track: aTrack({ title: 'Ode', artist: 'Zoë', album: 'First' }) }),
  aStream({
    track: aTrack({
      uri: 'spotify:track:2',
      title: 'Ode',
      artist: null,
      album: 'First',
      albumArtist: 'Ann',
    }),
  }),
]);
const music = (of: 'songs' | 'artists' | 'albums', name: string, artist: string | null = null) =>
  findEntry(dictionary, of, { name, artist });

test('finds music by its name, whatever its case and composition', () => {
  expect(artistName(dictionary, music('artists', ' ZOE\u0308 '))).toBe('Zoë');
  expect(songTitle(dictionary, music('songs', 'ode', 'zoë'))).toBe('Ode');
  expect(albumTitle(dictionary, music('albums', 'FIRST', 'Zoë'))).toBe('First');
});

test('tells works of different artists apart, and of none', () => {
  const [byZoe, byNone] = [music('songs', 'Ode', 'Zoë'), music('songs', 'Ode')];
  expect(byZoe).not.toBe(byNone);
  expect(dictionary.songs.artist[byNone]).toBe(0);
  expect(music('albums', 'First', 'Ann')).not.toBe(music('albums', 'First', 'Zoë'));
});

test('finds nothing that is not music by that name', () => {
  const kinds = dictionary.songs.kind;
  expect(kinds[music('songs', 'Ode', 'Zoë')]).toBe(kinds[music('songs', 'Ode')]);
  expect(music('artists', 'Nobody')).toBe(0);
  expect(music('songs', 'Ode', 'Ann')).toBe(0);
  expect(music('albums', 'Ode', 'Zoë')).toBe(0);
});
