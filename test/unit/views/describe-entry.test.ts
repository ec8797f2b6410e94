import { expect, test } from 'vitest';
import { selectAll } from '../../../lib/dataset/selection.ts';
import { topAlbums } from '../../../lib/stats/top-albums.ts';
import { topArtists } from '../../../lib/stats/top-artists.ts';
import { topSongs } from '../../../lib/stats/top-songs.ts';
import { describeAlbum, describeArtist, describeSong } from '../../../lib/views/describe-entry.ts';
import { aTrack } from '../dataset/streams.ts';
import { historyOf, play } from '../stats/a-history.ts';

const by = { artist: 'Ines Vale', artistUri: 'spotify:artist:ines' };
const first = aTrack({ ...by, uri: 'spotify:track:1', title: 'Ode', album: 'Tides' });
const again = aTrack({
  ...by,
  uri: 'spotify:track:2',
  title: 'ode',
  album: 'Tides (Deluxe)',
  albumUri: 'spotify:album:deluxe',
  coverUrl: 'https://i.scdn.co/image/deluxe',
});

test('names an entry, with the link and cover of the track heard last', () => {
  const dataset = historyOf(
    play('2024-05-01', 'Ode', { track: first }),
    play('2024-05-02', 'Ode', { track: again }),
    play('2024-05-03', 'An episode', { track: { ...first, kind: 'podcast' } }),
  );
  const all = selectAll(dataset.columns);
  const cover = 'https://i.scdn.co/image/deluxe';
  const [song] = topSongs(dataset, all, 'plays', 1);
  expect(describeSong(dataset, song!.index)).toEqual({
    name: 'Ode',
    artist: 'Ines Vale',
    coverUrl: cover,
    uri: 'spotify:track:2',
  });
  const [artist] = topArtists(dataset, all, 'plays', 1);
  expect(describeArtist(dataset, artist!.index)).toEqual({
    name: 'Ines Vale',
    artist: null,
    coverUrl: null,
    uri: 'spotify:artist:ines',
  });
  const albums = topAlbums(dataset, all, 'plays', 2).map(({ index }) =>
    describeAlbum(dataset, index),
  );
  expect(albums).toEqual([
    { name: 'Tides', artist: 'Ines Vale', coverUrl: null, uri: null },
    { name: 'Tides (Deluxe)', artist: 'Ines Vale', coverUrl: cover, uri: 'spotify:album:deluxe' },
  ]);
});
