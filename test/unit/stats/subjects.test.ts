/** The figures of one song, artist or album, and how listening is laid out over months. */
import { describe, expect, it } from 'vitest';
import { selectAll } from '../../../lib/dataset/selection.ts';
import type { Stream } from '../../../lib/domain/stream.ts';
import { cumulativeDays, cumulativeMonths } from '../../../lib/stats/cumulative.ts';
import type { Subject } from '../../../lib/stats/grouping.ts';
import { formatDay, formatMonth } from '../../../lib/stats/local-dates.ts';
import { monthsByArtist } from '../../../lib/stats/months-by-artist.ts';
import { ranksOverTime } from '../../../lib/stats/ranks-over-time.ts';
import { ownHistory } from '../../../lib/stats/own-history.ts';
import { streamPage } from '../../../lib/stats/stream-page.ts';
import { subjectTotals } from '../../../lib/stats/subject-totals.ts';
import { topArtists } from '../../../lib/stats/top-artists.ts';
import { topSongs } from '../../../lib/stats/top-songs.ts';
import { artistsIn, BERLIN, historyOf, play, songsIn, times } from './a-history.ts';

const skip = (date: string, title: string) =>
  play(date, title, { playedMs: 1000, reasonEnd: 'fwdbtn' });

function indexOf(dataset: ReturnType<typeof historyOf>, name: string): number {
  const artists = topArtists(dataset, selectAll(dataset.columns), 'plays', 99);
  const place = artistsIn(dataset, artists).indexOf(name);
  return artists[place]?.index ?? -1;
}

describe('the figures of one', () => {
  const dataset = historyOf(
    play('2024-01-01', 'Other'),
    skip('2024-01-02', 'Ann'),
    play('2024-01-03', 'Ann'),
    play('2024-01-04', 'Song', { by: 'Ann' }),
    play('2024-01-05', 'Other'),
    skip('2024-01-06', 'Ann'),
  );
  const all = selectAll(dataset.columns);
  const ann = indexOf(dataset, 'Ann');
  const { dataset: own, select, rows } = ownHistory(dataset, 'artists', ann);

  it('are of its own streams', () => {
    expect(subjectTotals(own, selectAll(own.columns))).toEqual({
      streams: 4,
      plays: 2,
      playedMs: 402_000,
      skips: 2,
      firstPlay: { row: 1, endedAt: Date.parse('2024-01-03T12:00Z') },
      lastPlay: { row: 2, endedAt: Date.parse('2024-01-04T12:00Z') },
    });
  });

  it('leave its songs to be ranked', () => {
    expect(songsIn(dataset, topSongs(own, select(all), 'plays', 9))).toEqual(['Ann', 'Song']);
  });

  it('are of the selection alone', () => {
    const early = { from: 0, to: 3, mask: null };
    const figures = subjectTotals(own, select(early));
    expect(figures).toMatchObject({ streams: 2, plays: 1 });
    const masked = { from: 0, to: 6, mask: Uint8Array.of(1, 1, 0, 1, 1, 1) };
    expect(select(masked)).toEqual({ from: 0, to: 4, mask: Uint8Array.of(1, 0, 1, 1) });
    expect([...rows]).toEqual([1, 2, 3, 5]);
  });

  it('are none where it was not heard', () => {
    expect(subjectTotals(own, select({ from: 4, to: 5, mask: null }))).toEqual({
      streams: 0,
      plays: 0,
      playedMs: 0,
      skips: 0,
      firstPlay: null,
      lastPlay: null,
    });
  });

  it('list its streams a page at a time, newest first', () => {
    expect(streamPage(own, select(all), { offset: 0, limit: 3 })).toEqual({
      total: 4,
      rows: [3, 2, 1],
    });
    expect(streamPage(own, select(all), { offset: 3, limit: 3 })).toEqual({ total: 4, rows: [0] });
    expect(streamPage(own, select(all), { offset: 9, limit: 3 })).toEqual({ total: 4, rows: [] });
  });
});

describe('rank over time', () => {
  const dataset = historyOf(
    times(2, play('2022-12-31T22:30Z', 'Ann')),
    // Already January in Berlin.
    play('2022-12-31T23:30Z', 'Ann'),
    times(2, play('2023-01-05', 'Bob')),
    play('2023-03-05', 'Ann'),
    play('2023-03-05', 'Bob', { playedMs: 300_000 }),
    play('2023-04-05', 'Bob'),
  );
  const ranksOf = (name: string, unit: 'month' | 'year', subject: Subject = 'artists') => {
    const one = { subject, index: indexOf(dataset, name), by: 'plays' as const };
    return ranksOverTime(dataset, BERLIN, one, unit).map(({ period, rank, among, plays }) => [
      unit === 'month' ? formatMonth(period) : period,
      rank,
      among,
      plays,
    ]);
  };

  it('has an entry for each month it was heard in, and no other', () => {
    expect(ranksOf('Ann', 'month')).toEqual([
      ['2022-12', 1, 1, 2],
      ['2023-01', 2, 2, 1],
      ['2023-03', 2, 2, 1],
    ]);
    expect(ranksOf('Bob', 'month')).toEqual([
      ['2023-01', 1, 2, 2],
      ['2023-03', 1, 2, 1],
      ['2023-04', 1, 1, 1],
    ]);
  });

  it('goes by years, too', () => {
    expect(ranksOf('Ann', 'year')).toEqual([
      [2022, 1, 1, 2],
      [2023, 2, 2, 2],
    ]);
  });
});

describe('months by artist', () => {
  it('stack the top artists and everybody else', () => {
    const dataset = historyOf(
      times(3, play('2024-01-05', 'Ann')),
      play('2024-01-06', 'Cy'),
      times(2, play('2024-03-06', 'Bob')),
      skip('2024-03-07', 'Ann'),
    );
    const { first, months, artists, rest } = monthsByArtist(
      dataset,
      selectAll(dataset.columns),
      BERLIN,
      { by: 'plays', top: 2 },
    );
    expect([formatMonth(first), months]).toEqual(['2024-01', 3]);
    expect(artistsIn(dataset, artists)).toEqual(['Ann', 'Bob']);
    expect(artists.map(({ plays }) => [...plays])).toEqual([
      [3, 0, 0],
      [0, 0, 2],
    ]);
    expect(artists.map(({ playedMs }) => [...playedMs])).toEqual([
      [600_000, 0, 1000],
      [0, 0, 400_000],
    ]);
    expect([...rest.plays]).toEqual([1, 0, 0]);
  });

  it('may be none', () => {
    const dataset = historyOf();
    const options = { by: 'plays', top: 3 } as const;
    expect(monthsByArtist(dataset, selectAll(dataset.columns), BERLIN, options)).toMatchObject({
      months: 0,
      artists: [],
    });
  });
});

it('adds up what was heard until each day and month', () => {
  const streams: (Stream | Stream[])[] = [
    times(2, play('2024-01-05', 'Ann')),
    skip('2024-01-07', 'Ann'),
    play('2024-03-01', 'Ann'),
  ];
  const dataset = historyOf(...streams);
  const all = selectAll(dataset.columns);
  const days = cumulativeDays(dataset, all, BERLIN);
  expect(days.map(({ day, plays, playedMs }) => [formatDay(day), plays, playedMs])).toEqual([
    ['2024-01-05', 2, 400_000],
    ['2024-01-07', 2, 401_000],
    ['2024-03-01', 3, 601_000],
  ]);
  const months = cumulativeMonths(dataset, all, BERLIN);
  expect(months.map(({ month, plays }) => [formatMonth(month), plays])).toEqual([
    ['2024-01', 2],
    ['2024-03', 3],
  ]);
});
