import { describe, expect, it } from 'vitest';
import { applyDetails } from '../../../lib/dataset/apply-details.ts';
import { buildDataset, type Dataset } from '../../../lib/dataset/dataset.ts';
import { z } from '../../../lib/domain/schema.ts';
import type { Snapshot } from '../../../lib/domain/snapshot.ts';
import type { Stream } from '../../../lib/domain/stream.ts';
import { ANSWERS } from '../../../lib/views/answers.ts';
import { type ViewName, type ViewOf, VIEWS } from '../../../lib/views/contract.ts';
import type { ViewBase } from '../../../lib/views/protocol.ts';
import { details } from '../dataset/details.ts';
import { aTrack } from '../dataset/streams.ts';
import { day, historyOf, play, times } from '../stats/a-history.ts';
import { rangeFigures, snapshotOf, topEntry } from '../ui/fixtures.ts';
import { settingOf } from './a-setting.ts';

interface Asked extends Partial<ViewBase> {
  params?: unknown;
  snapshot?: Snapshot;
  coverage?: { from: number; to: number }[];
}

/** As the page reads it, of this history. */
async function viewOf<N extends ViewName>(
  name: N,
  history: Dataset | (Stream | Stream[])[],
  { params = {}, snapshot, coverage, ...base }: Asked = {},
): Promise<ViewOf<N>> {
  const dataset = Array.isArray(history) ? historyOf(...history) : history;
  const setting = settingOf(dataset, base, {
    ...(coverage && { coverage }),
    history: { readSnapshot: async () => snapshot ?? null },
  });
  return z.parse(VIEWS[name].view, await ANSWERS[name](setting, params)) as ViewOf<N>;
}

const minutes = (count: number) => ({ playedMs: count * 60_000 });

describe('artists standing the test of time', () => {
  const months = ['02', '05', '08', '11'];
  const faithful = [2023, 2024, 2025]
    .flatMap((year) => months.map((month) => `${year}-${month}-10`))
    .filter((date) => date !== '2024-05-10')
    .flatMap((date) => times(2, play(date, 'Ann')));

  it('come with each of their quarters, silent ones too', async () => {
    const early = play('2022-01-01', 'Bo');
    const view = await viewOf('lasting', [early, ...faithful], { range: '2025' });
    expect(view).toMatchObject({
      // The history ends in November.
      asOf: day('2025-11-10'),
      firstPlayBy: day('2023-11-10'),
      found: 1,
      artists: [{ entry: { name: 'Ann' }, quarters: 11, quartersSince: 12, plays: 22 }],
      standIn: null,
    });
    expect(view.artists[0]!.byQuarter).toEqual([2, 2, 2, 2, 2, 0, 2, 2, 2, 2, 2, 2]);
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
    const { standIn: lasting } = await viewOf('lasting', streams, { snapshot });
    expect(lasting).toMatchObject({ source: 'spotify-year', entries: [{ name: 'Ann' }] });
    const { standIn: falling } = await viewOf('falling', [], { snapshot });
    expect(falling?.entries.map(({ name }) => name)).toEqual(['Bo']);
    const { standIn: rising } = await viewOf('rising', streams, { snapshot });
    expect(rising).toMatchObject({ source: 'spotify-4-weeks', entries: [{ name: 'Cy' }] });
    const { standIn: releases } = await viewOf('releases', streams, { snapshot });
    expect(releases?.entries.map(({ name }) => name)).toEqual(['Tides']);
  });

  it('has nothing in their place once the history ranks by itself', async () => {
    const { standIn } = await viewOf('falling', streams, { snapshot: snapshotOf() });
    expect(standIn).toBeNull();
  });
});

describe('hidden gems', () => {
  const gem = ['01', '02', '03', '04', '05'].map((m) =>
    play(`2026-${m}-10`, 'Gem', { by: 'Rare' }),
  );
  const loud = Array.from({ length: 50 }, (_, i) => times(9, play('2026-06-01', `Artist ${i}`)));

  it('come with the months they were heard in', async () => {
    const view = await viewOf('gems', [...gem, ...loud]);
    expect(view).toMatchObject({
      found: 1,
      knownEnds: 455,
      songs: [
        {
          entry: { name: 'Gem', artist: 'Rare' },
          plays: 5,
          skipRate: 0,
          months: 5,
          monthsSince: 6,
          popularity: null,
        },
      ],
    });
  });
});

describe('release years', () => {
  const uri = { old: 'spotify:track:old', new: 'spotify:track:new' };
  const streams = [
    play('2024-12-31T23:30Z', 'Old', {
      ...minutes(3),
      track: aTrack({ uri: uri.old, album: 'A' }),
    }),
    play('2025-02-01', 'New', { ...minutes(2), track: aTrack({ uri: uri.new, album: 'B' }) }),
    play('2023-02-01', 'Else', { ...minutes(1), track: aTrack({ uri: null, album: 'C' }) }),
  ];

  it('tell what is not known, and how it went from year to year', async () => {
    const dataset = historyOf(...streams);
    const said = details({
      tracks: { [uri.old]: { albumUri: 'a' }, [uri.new]: { albumUri: 'b' } },
      albums: { a: { releaseDate: '1998' }, b: { releaseDate: '2021-04' } },
    });
    const metadata = applyDetails(dataset.dictionary, dataset.metadata, said);
    const view = await viewOf('releases', { ...dataset, metadata });
    expect(view.years.map(({ year, playedMs }) => [year, playedMs / 60_000])).toEqual([
      [1998, 3],
      [2021, 2],
      [null, 1],
    ]);
    expect(view.decades.map(({ year }) => year)).toEqual([1990, 2020, null]);
    // The end of 2024 in UTC is 2025 in Berlin.
    expect(view.trend).toEqual({
      decades: [1990, 2020, null],
      years: [
        { year: 2023, playedMs: [0, 0, 60_000] },
        { year: 2025, playedMs: [180_000, 120_000, 0] },
      ],
    });
  });

  it('are all unknown before Spotify was asked', async () => {
    const { years, trend } = await viewOf('releases', streams);
    expect(years).toEqual([{ year: null, plays: 3, playedMs: 360_000 }]);
    expect(trend.decades).toEqual([null]);
  });
});

describe('seasons', () => {
  const streams = [play('2024-06-10', 'Ann'), play('2024-06-11', 'Bo'), play('2025-06-10', 'Ann')];
  const until = (date: string) => [{ from: streams[0]!.endedAt, to: Date.parse(date) }];

  it('of which nothing is known are named, and silent ones are not', async () => {
    const covered = [...until('2024-10-01'), { from: Date.parse('2025-06-01'), to: Infinity }];
    const view = await viewOf('seasons', streams, {
      params: { hemisphere: null },
      coverage: covered,
    });
    expect(view).toMatchObject({
      hemisphere: 'northern',
      seasons: [
        { season: 'summer', year: 2024, artists: 2, songs: 2, firstTimeShare: 1 },
        { season: 'summer', year: 2025, artists: 1, songs: 1, firstTimeShare: 0 },
      ],
      // Nothing was heard in the autumn of 2024, and that much is known.
      gaps: [
        { season: 'winter', year: 2024 },
        { season: 'spring', year: 2025 },
      ],
    });
  });

  it('are those of the south where one lives or asks', async () => {
    const asked = await viewOf('seasons', streams, { params: { hemisphere: 'southern' } });
    expect(asked.seasons[0]?.season).toBe('winter');
    const there = await viewOf('seasons', streams, {
      params: { hemisphere: null },
      timeZone: 'Australia/Sydney',
    });
    expect(there.hemisphere).toBe('southern');
  });
});

describe('discoveries', () => {
  const streams = [
    play('2026-08-01', 'Ann'),
    play('2026-09-01', 'Bo'),
    times(3, play('2026-11-02', 'Bo')),
    play('2026-11-02', 'Another', { by: 'Ann' }),
  ];

  it('are counted in every month, and followed until today', async () => {
    const coverage = [
      { from: Date.parse('2026-08-01'), to: Date.parse('2026-09-20') },
      { from: Date.parse('2026-11-01'), to: Date.parse('2026-11-21') },
    ];
    const view = await viewOf('discoveries', streams, { coverage });
    expect(view.firstMonth).toBe((2026 - 1970) * 12 + 7);
    expect(view.months).toEqual([
      { artists: 1, songs: 1, covered: true },
      { artists: 1, songs: 1, covered: true },
      { artists: 0, songs: 0, covered: false },
      { artists: 0, songs: 1, covered: true },
    ]);
    expect(view.stayed).toMatchObject([
      { entry: { name: 'Bo' }, firstDay: day('2026-09-01'), plays: 4 },
      { entry: { name: 'Ann' }, firstDay: day('2026-08-01'), plays: 2 },
    ]);
  });

  it('are those of the range, and what became of them later', async () => {
    const { months, stayed } = await viewOf('discoveries', streams, { range: '2026-09' });
    expect(months).toHaveLength(1);
    expect(stayed).toMatchObject([{ entry: { name: 'Bo' }, plays: 4 }]);
    expect(stayed).toHaveLength(1);
  });
});

describe('forgotten favourites', () => {
  it('have their place among all songs, and when they were last heard', async () => {
    const streams = [times(3, play('2024-01-01', 'Gone')), times(5, play('2026-11-01', 'Here'))];
    expect(await viewOf('forgotten', streams)).toMatchObject({
      asOf: day('2026-11-01'),
      unheardSince: day('2025-11-01'),
      songs: [{ entry: { name: 'Gone' }, rank: 2, plays: 3, lastHeardAt: streams[0]![0]!.endedAt }],
    });
  });
});

describe('on this day', () => {
  const streams = [
    times(2, play('2024-11-21', 'Ode')),
    play('2024-11-21', 'Salt'),
    play('2025-11-20', 'Else'),
  ];

  it('shows the day of the question, or another', async () => {
    const today = await viewOf('on-this-day', streams, { params: { day: null } });
    expect(today).toMatchObject({
      day: day('2026-11-21'),
      days: [
        {
          day: day('2024-11-21'),
          plays: 3,
          songs: [
            { entry: { name: 'Ode' }, plays: 2 },
            { entry: { name: 'Salt' }, plays: 1 },
          ],
        },
      ],
    });
    const other = await viewOf('on-this-day', streams, { params: { day: day('2026-11-20') } });
    expect(other.days.map((earlier) => earlier.day)).toEqual([day('2025-11-20')]);
  });
});

describe('obsessions', () => {
  it('come with their days', async () => {
    const streams = [times(6, play('2026-05-01', 'Ode')), times(5, play('2026-05-03', 'Ode'))];
    expect(await viewOf('obsessions', streams)).toMatchObject({
      found: 1,
      songs: [
        {
          entry: { name: 'Ode' },
          plays: 11,
          firstDay: day('2026-05-01'),
          lastDay: day('2026-05-03'),
        },
      ],
    });
  });
});

it('has nothing to say of an empty history, and says so', async () => {
  const setting = settingOf(buildDataset([]));
  const params: Record<string, unknown> = {
    seasons: { hemisphere: null },
    'on-this-day': { day: null },
  };
  const names = [
    'lasting',
    'falling',
    'rising',
    'gems',
    'releases',
    'seasons',
    'discoveries',
  ] as const;
  for (const name of [...names, 'forgotten', 'on-this-day', 'obsessions'] as const) {
    const view = await ANSWERS[name](setting, params[name] ?? {});
    expect(z.safeParse(VIEWS[name].view, view).success).toBe(true);
  }
});
