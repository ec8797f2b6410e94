import { describe, expect, it } from 'vitest';
import { applyDetails } from '../../../lib/dataset/apply-details.ts';
import { buildDataset } from '../../../lib/dataset/dataset.ts';
import { z } from '../../../lib/domain/schema.ts';
import { ANSWERS } from '../../../lib/views/answers.ts';
import { VIEWS } from '../../../lib/views/contract.ts';
import { details } from '../dataset/details.ts';
import { aTrack } from '../dataset/streams.ts';
import { day, historyOf, play, times } from '../stats/a-history.ts';
import { settingOf } from './a-setting.ts';
import { viewOf } from './ask-view.ts';

const minutes = (count: number) => ({ playedMs: count * 60_000 });

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
      silent: [
        { season: 'spring', year: 2024, why: 'not-recorded' },
        { season: 'autumn', year: 2024, why: 'not-heard' },
        { season: 'winter', year: 2024, why: 'not-recorded' },
        { season: 'spring', year: 2025, why: 'not-recorded' },
        { season: 'autumn', year: 2025, why: 'not-heard' },
        { season: 'winter', year: 2025, why: 'not-heard' },
      ],
    });
  });

  it('that have not begun, or are not asked for, are no gaps', async () => {
    const params = { hemisphere: null };
    const now = Date.parse('2025-08-01');
    const { silent } = await viewOf('seasons', streams, { params, now, range: '2025' });
    expect(silent).toEqual([
      { season: 'spring', year: 2025, why: 'not-heard' },
      { season: 'autumn', year: 2025, why: 'not-begun' },
      { season: 'winter', year: 2025, why: 'not-begun' },
    ]);
    const june = await viewOf('seasons', streams, { params, range: '2024-06' });
    expect(june.silent.map(({ why }) => why)).toEqual(Array(3).fill('not-in-range'));
  });

  it('tell why they are not whole', async () => {
    const partsOf = async (range: string, coverage = until('2026-11-21')) => {
      const asked = {
        params: { hemisphere: null },
        now: Date.parse('2025-07-01'),
        range,
        coverage,
      };
      return (await viewOf('seasons', streams, asked)).seasons.map(({ part }) => part);
    };
    // The record begins with the first of these streams.
    expect(await partsOf('all-time')).toEqual(['not-recorded', 'not-over']);
    const before = [{ from: Date.parse('2024-05-01'), to: Date.parse('2026-01-01') }];
    expect(await partsOf('all-time', before)).toEqual([null, 'not-over']);
    expect(await partsOf('2024-06', before)).toEqual(['not-in-range']);
  });

  it('are those of the south where one lives or asks', async () => {
    const asked = await viewOf('seasons', streams, { params: { hemisphere: 'southern' } });
    expect(asked.seasons[0]?.season).toBe('winter');
    const there = await viewOf('seasons', streams, {
      params: { hemisphere: null },
      timeZone: 'Australia/Sydney',
    });
    expect(there.hemisphere).toBe('southern');
    const chosen = await viewOf('seasons', streams, {
      hemisphere: 'southern',
      params: { hemisphere: null },
    });
    expect(chosen.hemisphere).toBe('southern');
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
      { from: Date.parse('2026-07-31'), to: Date.parse('2026-09-20') },
      { from: Date.parse('2026-11-01'), to: Date.parse('2026-11-21') },
    ];
    const view = await viewOf('discoveries', streams, { coverage });
    expect(view.firstMonth).toBe((2026 - 1970) * 12 + 7);
    expect(view.months).toEqual([
      { artists: 1, songs: 1, covered: true, partly: false },
      { artists: 1, songs: 1, covered: true, partly: true },
      { artists: 0, songs: 0, covered: false, partly: false },
      { artists: 0, songs: 1, covered: true, partly: true },
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
