import { describe, expect, test } from 'vitest';
import { z } from '../../../lib/domain/schema.ts';
import { NOTHING_KEPT, type Playlist } from '../../../lib/domain/library.ts';
import { computeTop } from '../../../lib/views/top/compute.ts';
import { TopContract, type TopParams } from '../../../lib/views/top/contract.ts';
import { historyOf, play, times } from '../stats/a-history.ts';
import { rangeFigures, snapshotOf, topEntry } from '../ui/fixtures.ts';
import { NOON, settingOf } from './a-setting.ts';

const SONGS: TopParams = {
  list: 'songs',
  by: 'plays',
  filter: '',
  sort: 'place',
  reversed: false,
  offset: 0,
  limit: 100,
};

// The week of the question (15 to 21 November 2026), and the one before.
const dataset = historyOf(
  times(3, play('2026-11-20', 'Lanterns', { by: 'Ines Vale' })),
  times(2, play('2026-11-19', 'Ódysse\u0301e', { by: 'Ines Vale' })),
  play('2026-11-18', 'Salt', { by: 'The Tidewater Choir', playedMs: 900_000 }),
  times(4, play('2026-11-12', 'Salt', { by: 'The Tidewater Choir' })),
  times(2, play('2026-11-11', 'Lanterns', { by: 'Ines Vale' })),
  play('2026-11-10', 'Gone', { by: 'Nobody Else' }),
  play('2025-01-01', 'Old', { by: 'Ines Vale' }),
);

async function topOf(params: Partial<TopParams> = {}, range = '7-days', compare = 'before') {
  const setting = settingOf(dataset, { range, compare });
  return z.parse(TopContract.view, await computeTop(setting, { ...SONGS, ...params }));
}

describe('a top list', () => {
  test('ranks the range, and tells each place in the range compared with', async () => {
    const view = await topOf();
    expect(
      view.rows.map(({ name, rank, rankBefore, plays }) => [name, rank, rankBefore, plays]),
    ).toEqual([
      ['Lanterns', 1, 2, 3],
      ['Ódysse\u0301e', 2, null, 2],
      ['Salt', 3, 1, 1],
    ]);
    expect(view).toMatchObject({
      source: 'history',
      compared: true,
      places: 3,
      matching: 3,
      plays: 6,
      playedMs: 5 * 200_000 + 900_000,
      first: { name: 'Lanterns', plays: 3 },
    });
  });

  test('goes by time when asked to', async () => {
    const { rows } = await topOf({ by: 'time' });
    expect(rows.map(({ name }) => name)).toEqual(['Salt', 'Lanterns', 'Ódysse\u0301e']);
    expect(rows[0]).toMatchObject({
      playedMs: 900_000,
      rankBefore: 1,
      artist: 'The Tidewater Choir',
    });
  });

  test('has no earlier places where nothing is compared', async () => {
    const alone = await topOf({}, '7-days', 'none');
    expect(alone.compared).toBe(false);
    expect(alone.rows.every(({ rankBefore }) => rankBefore === null)).toBe(true);
    expect((await topOf({}, 'all-time')).compared).toBe(false);
  });

  test('keeps the place among all when it is filtered, whatever the case and the accents', async () => {
    const view = await topOf({ filter: '  ines ODYSSEE ' });
    expect(view).toMatchObject({ places: 3, matching: 1, first: { name: 'Lanterns' } });
    expect(view.rows).toMatchObject([{ name: 'Ódysse\u0301e', rank: 2 }]);
    expect((await topOf({ filter: 'nothing like it' })).rows).toEqual([]);
  });

  test('comes in another order when asked to, each with its place', async () => {
    const namesBy = async (params: Partial<TopParams>) =>
      (await topOf(params)).rows.map(({ name, rank }) => `${rank} ${name[0]}`);
    expect(await namesBy({ sort: 'name' })).toEqual(['1 L', '2 Ó', '3 S']);
    expect(await namesBy({ sort: 'name', reversed: true })).toEqual(['3 S', '2 Ó', '1 L']);
    expect(await namesBy({ sort: 'time' })).toEqual(['3 S', '1 L', '2 Ó']);
    // One place won, two lost, and one that is new.
    expect(await namesBy({ sort: 'change' })).toEqual(['1 L', '3 S', '2 Ó']);
    expect(await namesBy({ sort: 'name', filter: 'ines', reversed: true })).toEqual(['2 Ó', '1 L']);
    expect(await namesBy({ list: 'artists', sort: 'name', reversed: true })).toEqual([
      '2 T',
      '1 I',
    ]);
  });

  test('does not end with what was never played', async () => {
    const heard = historyOf(
      play('2026-11-20', 'Lanterns', { by: 'Ines Vale' }),
      play('2026-11-20', 'Left', { by: 'Ines Vale', playedMs: 4000, reasonEnd: 'fwdbtn' }),
      play('2026-11-20', 'Unheard', { by: 'Ines Vale', playedMs: 0, reasonEnd: 'fwdbtn' }),
    );
    const lastBy = async (by: TopParams['by']) => {
      const { rows, places } = await computeTop(settingOf(heard), { ...SONGS, by });
      return [places, rows.at(-1)?.name];
    };
    expect(await lastBy('plays')).toEqual([1, 'Lanterns']);
    expect(await lastBy('time')).toEqual([2, 'Left']);
  });

  test('knows whether all days it is compared with are recorded', async () => {
    expect((await topOf()).comparedWhole).toBe(true);
    const coverage = [{ from: Date.UTC(2026, 10, 10), to: NOON }];
    const setting = settingOf(dataset, { range: '7-days', compare: 'before' }, { coverage });
    expect(await computeTop(setting, SONGS)).toMatchObject({
      compared: true,
      comparedWhole: false,
    });
  });

  test('comes a stretch at a time', async () => {
    const second = await topOf({ offset: 1, limit: 1 });
    expect(second.rows.map(({ rank }) => rank)).toEqual([2]);
    expect((await topOf({ offset: 9 })).rows).toEqual([]);
    expect((await topOf({ list: 'artists' })).rows.map(({ name }) => name)).toEqual([
      'Ines Vale',
      'The Tidewater Choir',
    ]);
    expect((await topOf({ list: 'albums' })).places).toBe(2);
  });
});

describe('the top of the playlists', () => {
  const item = (name: string, by: string) => ({
    type: 'track' as const,
    uri: null,
    name,
    by,
    album: null,
    addedOn: null,
  });
  const playlist = (name: string, ...items: Playlist['items']): Playlist => ({
    name,
    items,
    description: null,
    modifiedOn: null,
    followers: null,
    uri: null,
  });
  const saved = [
    playlist('Never', item('Unheard', 'Nobody')),
    playlist('Mörning', item('Salt', 'The Tidewater Choir'), item('Unheard', 'Nobody')),
    playlist('Night', item('Lanterns', 'Ines Vale')),
  ];
  const history = { saved: async () => ({ ...NOTHING_KEPT, playlists: saved }) };

  test('counts the songs on them', async () => {
    const setting = settingOf(dataset, { range: '7-days' }, { history });
    const view = await computeTop(setting, { ...SONGS, list: 'playlists' });
    expect(
      view.rows.map(({ name, rank, rankBefore, plays }) => [name, rank, rankBefore, plays]),
    ).toEqual([
      ['Night', 1, 2, 3],
      ['Mörning', 2, 1, 1],
      ['Never', 3, null, 0],
    ]);
    expect(view.rows[1]?.playlist).toEqual({
      songs: 2,
      songsPlayed: 1,
      lastHeardAt: Date.parse('2026-11-18T12:00Z'),
    });
    const filtered = await computeTop(setting, { ...SONGS, list: 'playlists', filter: 'morn' });
    expect(filtered.rows.map(({ name, rank }) => [name, rank])).toEqual([['Mörning', 2]]);
  });
});

describe('the top of a young history', () => {
  const spoken = [topEntry('From Spotify'), topEntry('Second')].map((entry) => ({
    ...entry,
    plays: null,
    playedMs: null,
  }));
  const top = { source: 'spotify-4-weeks' as const, artists: spoken, songs: [], albums: [] };
  const { ranges } = snapshotOf();
  const snapshot = snapshotOf('ada', { ranges: { ...ranges, '4-weeks': rangeFigures({ top }) } });
  const history = { readSnapshot: async () => snapshot };

  test('is Spotify’s own list, and says so', async () => {
    const setting = settingOf(dataset, { range: '4-weeks' }, { history });
    const view = await computeTop(setting, { ...SONGS, list: 'artists' });
    expect(view).toMatchObject({ source: 'spotify-4-weeks', compared: false, first: null });
    expect(view.rows).toMatchObject([
      { name: 'From Spotify', rank: 1, plays: null, playedMs: null },
      { name: 'Second', rank: 2 },
    ]);
    const filtered = await computeTop(setting, { ...SONGS, list: 'artists', filter: 'sec' });
    expect(filtered).toMatchObject({ places: 2, matching: 1, rows: [{ name: 'Second', rank: 2 }] });
  });

  test('is the history’s own where Spotify has none', async () => {
    for (const range of ['7-days', '2026', '6-months']) {
      const setting = settingOf(dataset, { range }, { history });
      expect(await computeTop(setting, SONGS)).toMatchObject({ source: 'history' });
    }
  });
});
