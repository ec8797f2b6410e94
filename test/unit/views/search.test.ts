import { expect, test } from 'vitest';
import { historyOf, play, times } from '../stats/a-history.ts';
import { aTrack } from '../dataset/streams.ts';
import { viewOf } from './ask-view.ts';

const track = (title: string, artist: string, album: string) =>
  aTrack({ uri: `spotify:track:${title}`, title, artist, album });
const dataset = historyOf(
  times(3, play('2020-01-01', 'Ode', { track: track('Ode', 'Zoë', 'First') })),
  play('2026-11-20', 'Zoe', { track: track('Zoe', 'Anna', 'Last') }),
);

test('finds in the whole history, whatever the range, by kind', async () => {
  const view = await viewOf('search', dataset, {
    range: 'today',
    params: { typed: 'zoe', limit: 5 },
  });
  expect(view.artists).toMatchObject([{ entry: { name: 'Zoë' }, plays: 3 }]);
  expect(view.songs.map(({ entry }) => entry.name)).toEqual(['Zoe', 'Ode']);
  expect(view.albums.map(({ entry }) => entry.name)).toEqual(['First']);
});

test('finds nothing for blanks, and no more than asked for', async () => {
  const nothing = await viewOf('search', dataset, { params: { typed: '  ', limit: 5 } });
  expect(nothing).toEqual({ artists: [], songs: [], albums: [] });
  const one = await viewOf('search', dataset, { params: { typed: 'zoe', limit: 1 } });
  expect(one.songs).toHaveLength(1);
});
