/** What is kept on playlists and in the library against what is heard. */
import { describe, expect, it } from 'vitest';
import { selectAll } from '../../../lib/dataset/selection.ts';
import type { Stream } from '../../../lib/domain/stream.ts';
import { heardSongs } from '../../../lib/stats/heard-songs.ts';
import { lovedNotLiked } from '../../../lib/stats/loved-not-liked.ts';
import { selectUntil } from '../../../lib/stats/selections.ts';
import { unheardSongs } from '../../../lib/stats/unheard-songs.ts';
import { BERLIN, day, historyOf, play, songsIn, times } from './a-history.ts';

const NOON = 'T12:00Z';

function thing(name: string | null, uri: string | null = null) {
  return { uri, name, by: name };
}

const skip = (date: string, title: string) =>
  play(date, title, { playedMs: 1000, reasonEnd: 'fwdbtn' });

function unheardAt(date: string, things: ReturnType<typeof thing>[], ...streams: Stream[]) {
  const dataset = historyOf(...streams);
  const asOf = day(date);
  const until = selectUntil(dataset.columns, BERLIN, asOf);
  const found = unheardSongs(dataset, until, BERLIN, asOf, things);
  return {
    dataset,
    ...found,
    never: found.neverPlayed.map(({ place }) => place),
    forAYear: found.unheardForAYear.map(({ place }) => place),
  };
}

describe('kept songs', () => {
  it('are never played when there is no play of them, though they may have been skipped', () => {
    const found = unheardAt(
      '2024-06-30',
      [thing('Played'), thing('Skipped'), thing('Unknown')],
      play('2024-06-01', 'Played'),
      skip('2024-06-02', 'Skipped'),
    );
    expect(found.never).toEqual([1, 2]);
    expect(found.neverPlayed.map(({ lastHeardAt }) => lastHeardAt)).toEqual([
      Date.parse(`2024-06-02${NOON}`),
      null,
    ]);
    expect(found.forAYear).toEqual([]);
  });

  it('are unheard for a year to the day, the longest first', () => {
    const list = [thing('New'), thing('Old'), thing('Older')];
    const streams = [play('2024-01-10', 'Old'), play('2023-01-10', 'Older')];
    const now = play('2025-01-09', 'New');
    expect(unheardAt('2025-01-09', list, ...streams, now).forAYear).toEqual([2]);
    expect(unheardAt('2025-01-10', list, ...streams, now).forAYear).toEqual([2, 1]);
  });

  it('are remembered by a stream, even a skipped one', () => {
    const streams = [play('2023-01-10', 'Old'), skip('2024-12-01', 'Old')];
    expect(unheardAt('2025-01-10', [thing('Old')], ...streams).forAYear).toEqual([]);
  });

  it('know nothing of what comes after the day looked from', () => {
    const streams = [play('2023-01-10', 'Old'), play('2025-01-11', 'Old')];
    const found = unheardAt('2025-01-10', [thing('Old')], ...streams);
    expect(found.forAYear).toEqual([0]);
    expect(found.unheardForAYear[0]).toMatchObject({
      plays: 1,
      playedMs: 200_000,
      lastHeardAt: Date.parse(`2023-01-10${NOON}`),
    });
  });

  it('are the same song by title and artist, or by URI, and count once', () => {
    const list = [thing(' b'), thing('Other name', 'spotify:track:B'), thing('B'), thing('Gone')];
    const found = unheardAt('2025-01-10', list, play('2025-01-01', 'B'));
    expect(found.songs).toBe(3);
    expect(found.never).toEqual([3]);
  });

  it('are played when any place on the list leads to a play', () => {
    const list = [thing('A'), thing('A', 'spotify:track:B')];
    expect(unheardAt('2025-01-10', list, play('2025-01-01', 'B')).never).toEqual([]);
  });

  it('stand for the most played of their songs', () => {
    const list = [thing('A', 'spotify:track:B')];
    const streams = [play('2022-01-01', 'A'), ...times(2, play('2022-01-01', 'B'))];
    const { dataset, unheardForAYear } = unheardAt('2025-01-10', list, ...streams);
    expect(unheardForAYear).toMatchObject([{ plays: 3 }]);
    expect(songsIn(dataset, [{ index: unheardForAYear[0]?.song ?? 0 }])).toEqual(['B']);
  });
});

it('tells one stretch of time from another, whatever was asked before', () => {
  const streams = [play('2023-01-01', 'A'), play('2025-01-01', 'A')];
  const dataset = historyOf(...streams);
  const playsUntil = (date: string) =>
    heardSongs(dataset, selectUntil(dataset.columns, BERLIN, day(date))).plays[1];
  expect([playsUntil('2024-01-01'), playsUntil('2025-06-01'), playsUntil('2024-01-01')]).toEqual([
    1, 2, 1,
  ]);
});

describe('loved but not liked', () => {
  const streams = [
    ...times(12, play('2024-01-01', 'Liked')),
    ...times(11, play('2024-01-01', 'Loved')),
    ...times(11, play('2024-01-01', 'Longer', { playedMs: 300_000 })),
    ...times(10, play('2024-01-01', 'Ten')),
    ...times(9, play('2024-01-01', 'Nine')),
    ...times(20, skip('2024-01-01', 'Nine')),
  ];
  const dataset = historyOf(...streams);
  const find = (liked: ReturnType<typeof thing>[], limit = 9) =>
    songsIn(dataset, lovedNotLiked(dataset, selectAll(dataset.columns), liked, limit).songs);

  it('is played ten times or more, by plays and then time', () => {
    expect(find([thing('LIKED')])).toEqual(['Longer', 'Loved', 'Ten']);
    expect(find([thing('LIKED')], 1)).toEqual(['Longer']);
  });

  it('is liked by URI, too', () => {
    expect(find([thing('x', 'spotify:track:Liked'), thing(null, 'spotify:track:Ten')])).toEqual([
      'Longer',
      'Loved',
    ]);
  });
});
