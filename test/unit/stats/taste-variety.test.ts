/** Seasons, hemispheres, release years, discoveries, playlists, and counting periods. */
import { describe, expect, it } from 'vitest';
import { selectAll } from '../../../lib/dataset/selection.ts';
import { discoveries } from '../../../lib/stats/discoveries.ts';
import { hemisphereOf } from '../../../lib/stats/hemisphere.ts';
import { formatDay, formatMonth } from '../../../lib/stats/local-dates.ts';
import { PeriodCounter } from '../../../lib/stats/period-counter.ts';
import { releaseYears } from '../../../lib/stats/release-years.ts';
import { evenness, seasons } from '../../../lib/stats/seasons.ts';
import { selectDays } from '../../../lib/stats/select-days.ts';
import { topPlaylists } from '../../../lib/stats/top-playlists.ts';
import { BERLIN, day, historyOf, play } from './a-history.ts';

describe('seasons', () => {
  const dataset = historyOf(
    play('2023-12-01', 'A'),
    play('2024-02-29', 'A'),
    play('2024-02-29', 'B'),
    play('2024-03-01', 'A'),
  );
  const all = selectAll(dataset.columns);

  it('begin with December, March, June and September', () => {
    const found = seasons(dataset, all, BERLIN, 'northern');
    expect(
      found.map(({ name, year, days }) => [
        name,
        year,
        formatDay(days.first),
        formatDay(days.last),
      ]),
    ).toEqual([
      ['winter', 2023, '2023-12-01', '2024-02-29'],
      ['spring', 2024, '2024-03-01', '2024-05-31'],
    ]);
    expect(seasons(dataset, all, BERLIN, 'southern').map(({ name }) => name)).toEqual([
      'summer',
      'autumn',
    ]);
  });

  it('tell artists, songs, what is new, and how even it is', () => {
    const [winter, spring] = seasons(dataset, all, BERLIN, 'northern');
    const even = -(2 / 3) * Math.log(2 / 3) - (1 / 3) * Math.log(1 / 3);
    expect(winter).toMatchObject({ artists: 2, songs: 2, firstTimeShare: 1 });
    expect(winter?.evenness).toBeCloseTo(even / Math.LN2, 12);
    expect(spring).toMatchObject({ artists: 1, songs: 1, firstTimeShare: 0, evenness: null });
  });

  it('have no share of new songs when nothing was played', () => {
    const skipped = historyOf(play('2024-07-01', 'A', { playedMs: 1, reasonEnd: 'fwdbtn' }));
    expect(seasons(skipped, selectAll(skipped.columns), BERLIN, 'northern')).toMatchObject([
      { artists: 0, songs: 0, firstTimeShare: null, evenness: null },
    ]);
  });

  it('are even at 1, and the same in any order', () => {
    expect(evenness(Float64Array.of(7, 7, 7, 0))).toBeCloseTo(1, 12);
    expect(evenness(Float64Array.of(1, 5, 3))).toBe(evenness(Float64Array.of(3, 1, 5)));
    expect(evenness(Float64Array.of(5))).toBeNull();
  });
});

it('knows on which half of the earth a zone lies', () => {
  const southern = [
    'Australia/Lord_Howe',
    'America/Sao_Paulo',
    'America/Argentina/Ushuaia',
    'America/Buenos_Aires',
    'Pacific/Auckland',
    'NZ',
    'Africa/Johannesburg',
    'Indian/Mauritius',
    'Asia/Jakarta',
  ];
  const northern = [
    'Europe/Berlin',
    'America/New_York',
    'Asia/Kolkata',
    'Pacific/Honolulu',
    'America/Boa_Vista',
    'Indian/Maldives',
    'America/Argentine',
    'UTC',
    'Etc/GMT+5',
  ];
  expect(southern.filter((zone) => hemisphereOf(zone) !== 'southern')).toEqual([]);
  expect(northern.filter((zone) => hemisphereOf(zone) !== 'northern')).toEqual([]);
});

it('sums release years and decades, and says what is not known', () => {
  const dataset = historyOf(play('2024-01-01', 'A'), play('2024-01-02', 'B'));
  const { albums } = dataset.dictionary;
  expect(albums.hash).toHaveLength(3);
  const { years, decades } = releaseYears(
    dataset,
    selectAll(dataset.columns),
    new Map([[1, 1989]]),
  );
  const figures = { plays: 1, playedMs: 200_000 };
  expect(years).toEqual([
    { year: 1989, ...figures },
    { year: null, ...figures },
  ]);
  expect(decades.map(({ year }) => year)).toEqual([1980, null]);
});

it('counts as discovered what was never played before, in or out of the range', () => {
  const dataset = historyOf(
    play('2023-06-01', 'Old'),
    play('2024-01-31T22:30Z', 'Old'),
    play('2024-01-31T23:30Z', 'New'),
    play('2024-02-02', 'Skipped', { playedMs: 5000, reasonEnd: 'fwdbtn' }),
    play('2024-02-03', 'Other', { by: 'Old' }),
  );
  const days = { first: day('2024-01-01'), last: day('2024-12-31') };
  const found = discoveries(dataset, selectDays(dataset.columns, BERLIN, days), BERLIN);
  expect(
    found.map(({ month, artists, songs }) => ({ month: formatMonth(month), artists, songs })),
  ).toEqual([{ month: '2024-02', artists: 1, songs: 2 }]);
});

function thing(name: string | null, uri: string | null = null) {
  return { uri, name, by: name };
}

describe('playlists', () => {
  const dataset = historyOf(play('2023-01-01', 'A'), play('2024-01-01', 'B'));
  const inRange = { first: day('2024-01-01'), last: day('2024-01-31') };
  const selection = selectDays(dataset.columns, BERLIN, inRange);
  const rankLists = (...lists: ReturnType<typeof thing>[][]) =>
    topPlaylists(
      dataset,
      selection,
      lists.map((songs, i) => ({ name: `List ${i}`, songs })),
      'plays',
    );

  it('score in the range what they were heard for', () => {
    expect(rankLists([thing('a')], [thing('A'), thing('B'), thing('C')])).toEqual([
      {
        index: 1,
        plays: 1,
        playedMs: 200_000,
        songs: 3,
        songsPlayed: 2,
        lastHeardAt: Date.parse('2024-01-01T12:00Z'),
      },
      {
        index: 0,
        plays: 0,
        playedMs: 0,
        songs: 1,
        songsPlayed: 1,
        lastHeardAt: Date.parse('2023-01-01T12:00Z'),
      },
    ]);
  });

  it('count a song once, however often and by whatever name it is on them', () => {
    const list = [thing('B'), thing('b '), thing('Other name', 'spotify:track:B')];
    expect(rankLists(list)).toMatchObject([{ plays: 1, songs: 2, songsPlayed: 2 }]);
  });

  it('may be empty', () => {
    expect(rankLists([])).toMatchObject([{ plays: 0, songs: 0, lastHeardAt: null }]);
  });
});

it('counts periods once when clocks set back bring the last one again', () => {
  const counter = new PeriodCounter(2);
  for (const period of [3, 4, 3, 4, 6, 5, 6, 5]) counter.add(0, period);
  for (const period of [4, 3, 4]) counter.add(1, period);
  expect([...counter.counts]).toEqual([4, 2]);
  expect([...counter.first]).toEqual([3, 3]);
});
