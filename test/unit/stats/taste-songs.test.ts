/** Hidden gems, forgotten favourites and obsessions. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { selectAll } from '../../../lib/dataset/selection.ts';
import type { Stream } from '../../../lib/domain/stream.ts';
import { forgotten } from '../../../lib/stats/forgotten.ts';
import { hiddenGems } from '../../../lib/stats/hidden-gems.ts';
import { formatDay } from '../../../lib/stats/local-dates.ts';
import { obsessions } from '../../../lib/stats/obsessions.ts';
import { selectDays } from '../../../lib/stats/select-days.ts';
import { BERLIN, day, historyOf, play, songsIn, times } from './a-history.ts';

/** Fifty artists everybody plays more. */
const favourites = Array.from({ length: 50 }, (_, i) => times(99, play('2024-01-01', `Top ${i}`)));
const MONTHS = ['2024-01-10', '2024-02-10', '2024-03-10', '2024-03-11', '2024-03-12'];
const asOf = day('2024-06-30');

function gemsOf(...streams: (Stream | Stream[])[]) {
  const dataset = historyOf(...favourites, ...streams);
  const all = selectAll(dataset.columns);
  const find = (popularity?: ReadonlyMap<number, number>) =>
    hiddenGems(dataset, all, BERLIN, { asOf, by: 'plays', ...(popularity && { popularity }) });
  return { dataset, find, names: songsIn(dataset, find()) };
}

describe('hidden gems', () => {
  const gem = MONTHS.map((date) => play(date, 'Gem'));

  it('have five plays in three months', () => {
    expect(gemsOf(gem).names).toEqual(['Gem']);
    expect(gemsOf(gem.slice(0, 4)).names).toEqual([]);
    expect(gemsOf(gem.slice(1), play('2024-02-11', 'Gem')).names).toEqual([]);
  });

  it('are skipped one time in ten at most, of the streams whose end is known', () => {
    const skip = play('2024-03-13', 'Gem', { playedMs: 1000, reasonEnd: 'backbtn' });
    const untold = play('2024-03-14', 'Gem', { reasonEnd: '' });
    const whole = play('2024-03-15', 'Gem');
    expect(gemsOf(gem, times(4, whole), skip).names).toEqual(['Gem']);
    expect(gemsOf(gem, times(3, whole), times(9, untold), skip).names).toEqual([]);
    expect(gemsOf(MONTHS.map((date) => play(date, 'Gem', { reasonEnd: null }))).names).toEqual([]);
  });

  it('are not by favourites', () => {
    expect(gemsOf(MONTHS.map((date) => play(date, 'Gem', { by: 'Top 3' }))).names).toEqual([]);
  });

  it('are ordered by faithfulness, and before that by popularity where it is known', () => {
    const late = ['2024-04-01', '2024-05-01', '2024-06-01', '2024-06-02', '2024-06-03'];
    const { dataset, find, names } = gemsOf(
      gem,
      late.map((date) => play(date, 'Late')),
    );
    expect(names).toEqual(['Late', 'Gem']);
    expect(find().map(({ months, monthsSince }) => [months, monthsSince])).toEqual([
      [3, 3],
      [3, 6],
    ]);
    const lateSong = find()[0]!.index;
    const gemSong = find()[1]!.index;
    const known = new Map([
      [lateSong, 70],
      [gemSong, 10],
    ]);
    expect(songsIn(dataset, find(known))).toEqual(['Gem', 'Late']);
    expect(songsIn(dataset, find(new Map([[gemSong, 10]])))).toEqual(['Gem', 'Late']);
  });
});

function namesAt(date: string, ...streams: (Stream | Stream[])[]) {
  const dataset = historyOf(...streams);
  const all = selectAll(dataset.columns);
  const list = forgotten(dataset, all, BERLIN, day(date), 'plays');
  return songsIn(dataset, list);
}

describe('forgotten favourites', () => {
  it('are unheard for a year to the day', () => {
    expect(namesAt('2025-01-09', play('2024-01-10', 'Old'))).toEqual([]);
    expect(namesAt('2025-01-10', play('2024-01-10', 'Old'))).toEqual(['Old']);
  });

  it('are remembered by a stream, even a skipped one', () => {
    const skip = play('2024-06-01', 'Old', { playedMs: 0, reasonEnd: 'fwdbtn' });
    expect(namesAt('2025-01-10', play('2024-01-10', 'Old'), skip)).toEqual([]);
  });

  it('are of the top 200', () => {
    const top = Array.from({ length: 200 }, (_, i) => times(2, play('2024-12-01', `Top ${i}`)));
    expect(namesAt('2025-01-10', play('2023-01-10', 'Rare'), ...top)).toEqual([]);
  });
});

function findObsessions(...streams: (Stream | Stream[])[]) {
  const dataset = historyOf(...streams);
  return obsessions(dataset, selectAll(dataset.columns), BERLIN).map(
    ({ firstDay, lastDay, plays }) => [formatDay(firstDay), formatDay(lastDay), plays] as const,
  );
}

function loops(date: string, count: number): Stream[] {
  return times(count, play(date, 'Loop'));
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

describe('obsessions', () => {
  it('are ten plays on three days in a row', () => {
    expect(findObsessions(loops('2024-05-01', 4), loops('2024-05-03', 6))).toEqual([
      ['2024-05-01', '2024-05-03', 10],
    ]);
    expect(findObsessions(loops('2024-05-01', 4), loops('2024-05-04', 6))).toEqual([]);
    expect(findObsessions(loops('2024-05-01', 4), loops('2024-05-03', 5))).toEqual([]);
  });

  it('are one while windows share a day of plays, and two otherwise', () => {
    expect(
      findObsessions(loops('2024-05-01', 10), loops('2024-05-03', 1), loops('2024-05-05', 10)),
    ).toEqual([['2024-05-01', '2024-05-05', 21]]);
    expect(findObsessions(loops('2024-05-01', 10), loops('2024-05-04', 10))).toEqual([
      ['2024-05-01', '2024-05-01', 10],
      ['2024-05-04', '2024-05-04', 10],
    ]);
  });

  it('count days by the local clock', () => {
    // 23:30 of 1 May in Berlin, and 00:30 of 4 May: three days and an hour, on four dates.
    expect(
      findObsessions(
        times(5, play('2024-05-01T21:30Z', 'Loop')),
        times(5, play('2024-05-03T22:30Z', 'Loop')),
      ),
    ).toEqual([]);
  });

  it('see nothing beyond the selection', () => {
    const dataset = historyOf(loops('2024-05-01', 5), loops('2024-05-02', 5));
    const days = { first: day('2024-05-02'), last: day('2024-05-03') };
    const selection = selectDays(dataset.columns, BERLIN, days);
    expect(obsessions(dataset, selection, BERLIN)).toEqual([]);
  });

  it('hold exactly the plays of all windows of three days with ten plays', () => {
    const perDay = fc.array(fc.constantFrom(0, 0, 1, 3, 5, 9), { maxLength: 20 });
    fc.assert(
      fc.property(perDay, (counts) => {
        const dates = counts.map((_, i) => formatDay(day('2024-02-20') + i));
        const found = findObsessions(...counts.map((count, i) => loops(dates[i]!, count)));
        const marked = counts.map(() => false);
        for (let start = -2; start < counts.length; start++) {
          const inside = [start, start + 1, start + 2];
          const total = sumOf(inside.map((i) => counts[i] ?? 0));
          if (total >= 10) for (const i of inside) if (counts[i]) marked[i] = true;
        }
        const expected = counts.filter((_, i) => marked[i]);
        expect(sumOf(found.map(([, , count]) => count))).toBe(sumOf(expected));
      }),
    );
  });
});
