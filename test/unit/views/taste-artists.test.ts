import { describe, expect, it } from 'vitest';
import { day, play, times } from '../stats/a-history.ts';
import { rangeFigures, snapshotOf, topEntry } from '../ui/fixtures.ts';
import { viewOf } from './ask-view.ts';

const minutes = (count: number) => ({ playedMs: count * 60_000 });

describe('artists standing the test of time', () => {
  const months = ['02', '05', '08', '11'];
  const faithful = [2023, 2024, 2025]
    .flatMap((year) => months.map((month) => `${year}-${month}-10`))
    .filter((date) => date !== '2024-05-10')
    .flatMap((date) => times(2, play(date, 'Ann')));

  it('come with each of their quarters, silent ones too', async () => {
    const early = play('2022-01-01', 'Bo');
    const longer = [2022, 2023, 2024, 2025].flatMap((year) =>
      months.map((month) => play(`${year}-${month}-09`, 'Cy')),
    );
    const view = await viewOf('lasting', [early, ...longer, ...faithful], { range: '2025' });
    expect(view).toMatchObject({
      // The history ends in November.
      asOf: day('2025-11-10'),
      firstPlayBy: day('2023-11-10'),
      found: 2,
      artists: [
        { entry: { name: 'Cy' }, quarters: 16, quartersSince: 16, byQuarter: { length: 16 } },
        { entry: { name: 'Ann' }, quarters: 11, quartersSince: 12, plays: 22 },
      ],
      spotifyList: null,
    });
    expect(view.covered).toEqual(Array(16).fill(true));
    expect(view.artists[1]!.byQuarter).toEqual([2, 2, 2, 2, 2, 0, 2, 2, 2, 2, 2, 2]);
  });

  it('come with the quarters that nobody recorded', async () => {
    const coverage = [
      { from: Date.parse('2023-02-10'), to: Date.parse('2024-03-20') },
      { from: Date.parse('2024-07-01'), to: Date.parse('2025-11-11') },
    ];
    const { covered } = await viewOf('lasting', faithful, { range: '2025', coverage });
    expect(covered.map((known, i) => (known ? null : i)).filter((i) => i !== null)).toEqual([5]);
  });
});

describe('falling and rising artists', () => {
  const streams = [
    play('2025-01-05', 'Fading', minutes(6)),
    play('2025-03-05', 'Fading', minutes(2)),
    play('2025-03-06', 'Steady', minutes(8)),
    play('2026-11-01', 'Steady', minutes(9)),
    play('2026-11-20', 'Fading', minutes(1)),
    play('2026-11-20', 'New', minutes(10)),
  ];

  it('come with their shares and their months', async () => {
    const view = await viewOf('falling', streams);
    expect(view).toMatchObject({
      asOf: day('2026-11-20'),
      recent: { first: day('2026-08-23'), last: day('2026-11-20') },
      earlier: { first: day('2024-08-23'), last: day('2026-08-22') },
      recentMs: 20 * 60_000,
      earlierMs: 16 * 60_000,
      found: 1,
      artists: [{ entry: { name: 'Fading' }, earlierShare: 0.5, recentShare: 0.05 }],
    });
    const { byMonth } = view.artists[0]!;
    // From August 2024 to November 2026.
    expect(view.firstMonth).toBe((2024 - 1970) * 12 + 7);
    // The history begins in January 2025.
    expect(view.covered.indexOf(true)).toBe(5);
    expect(view.covered).toHaveLength(28);
    expect(byMonth).toHaveLength(28);
    expect([byMonth[5], byMonth[7], byMonth[27]]).toEqual([360_000, 120_000, 60_000]);
    expect(byMonth.reduce((sum, ms) => sum + ms, 0)).toBe(9 * 60_000);
  });

  it('are each other’s mirror', async () => {
    const { artists } = await viewOf('rising', streams);
    expect(artists.map(({ entry, recentShare }) => [entry.name, recentShare])).toEqual([
      ['New', 0.5],
    ]);
  });
});

describe('a history that is too young', () => {
  const ann = topEntry('Ann', { uri: 'spotify:artist:ann', plays: null });
  const bo = topEntry('Bo', { uri: 'spotify:artist:bo', plays: null });
  const cy = topEntry('Cy', { uri: null, plays: null });
  const album = topEntry('Tides', { artist: 'Ann', plays: null });
  const tops = (source: 'spotify-4-weeks' | 'spotify-year', artists: (typeof ann)[]) =>
    rangeFigures({ top: { source, artists, songs: [], albums: [album] } });
  const snapshot = snapshotOf('ada', {
    ranges: {
      ...snapshotOf().ranges,
      '4-weeks': tops('spotify-4-weeks', [ann, cy]),
      'all-time': tops('spotify-year', [bo, ann]),
    },
  });
  const streams = [play('2026-11-20', 'Ann')];

  it('has Spotify’s own lists held against each other', async () => {
    const { spotifyList: lasting } = await viewOf('lasting', streams, { snapshot });
    expect(lasting).toMatchObject({ source: 'spotify-year', entries: [{ name: 'Ann' }] });
    const { spotifyList: falling } = await viewOf('falling', [], { snapshot });
    expect(falling?.entries.map(({ name }) => name)).toEqual(['Bo']);
    const { spotifyList: rising } = await viewOf('rising', streams, { snapshot });
    expect(rising).toMatchObject({ source: 'spotify-4-weeks', entries: [{ name: 'Cy' }] });
    const { spotifyList: releases } = await viewOf('releases', streams, { snapshot });
    expect(releases?.entries.map(({ name }) => name)).toEqual(['Tides']);
  });

  it('has nothing in their place once the history ranks by itself', async () => {
    const { spotifyList } = await viewOf('falling', streams, { snapshot: snapshotOf() });
    expect(spotifyList).toBeNull();
  });
});
