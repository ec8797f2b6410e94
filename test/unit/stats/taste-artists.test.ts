/** What lasts, what falls and what rises. */
import { describe, expect, it } from 'vitest';
import { quarterOfDay, yearsEarlier } from '../../../lib/stats/calendar.ts';
import { fallingOff } from '../../../lib/stats/falling-off.ts';
import { formatDay } from '../../../lib/stats/local-dates.ts';
import { rising } from '../../../lib/stats/rising.ts';
import { selectUntil } from '../../../lib/stats/selections.ts';
import { sharePeriods } from '../../../lib/stats/share-change.ts';
import { standingTheTest } from '../../../lib/stats/standing-the-test.ts';
import type { Stream } from '../../../lib/domain/stream.ts';
import { artistsIn, BERLIN, day, historyOf, play } from './a-history.ts';

const QUARTERS = ['02', '05', '08', '11'];

/** A play in each quarter of the years, but for those left out (`2020-02`). */
function eachQuarter(title: string, years: number[], except: string[] = []): Stream[] {
  return years
    .flatMap((year) => QUARTERS.map((month) => `${year}-${month}`))
    .filter((month) => !except.includes(month))
    .map((month) => play(`${month}-10`, title));
}

function lasting(asOf: string, ...streams: Stream[][]) {
  const dataset = historyOf(...streams);
  const until = selectUntil(dataset.columns, BERLIN, day(asOf));
  const list = standingTheTest(dataset, until, BERLIN, day(asOf));
  return { list, names: artistsIn(dataset, list) };
}

function goBack(date: string, years: number): string {
  return formatDay(yearsEarlier(day(date), years));
}

describe('the calendar', () => {
  it('counts quarters from January 1970', () => {
    expect(['1969-12-31', '1970-03-31', '1970-04-01'].map(day).map(quarterOfDay)).toEqual([
      -1, 0, 1,
    ]);
  });

  it('goes back whole years, and from a leap day to the 28th', () => {
    expect(goBack('2024-02-29', 1)).toBe('2023-02-28');
    expect(goBack('2024-02-29', 4)).toBe('2020-02-29');
    expect(goBack('2024-03-01', 1)).toBe('2023-03-01');
    expect(goBack('2023-12-31', 2)).toBe('2021-12-31');
  });
});

describe('artists standing the test of time', () => {
  it('are played in four quarters of five', () => {
    const years = [2020, 2021, 2022];
    const all = eachQuarter('All', [...years]);
    const enough = eachQuarter('Enough', years, ['2020-08', '2021-02']);
    const less = eachQuarter('Less', years, ['2020-08', '2021-02', '2021-05']);
    const { list, names } = lasting('2022-12-31', all, enough, less);
    expect(names).toEqual(['All', 'Enough']);
    expect(list.map(({ quarters, quartersSince }) => [quarters, quartersSince])).toEqual([
      [12, 12],
      [10, 12],
    ]);
  });

  it('are known for two years to the day', () => {
    const streams = eachQuarter('New', [2020, 2021, 2022]);
    expect(lasting('2022-02-10', streams).names).toEqual(['New']);
    expect(lasting('2022-02-09', streams).names).toEqual([]);
  });

  it('need a play, not only a stream', () => {
    const skipped = { playedMs: 1000, reasonEnd: 'fwdbtn' };
    const months = [2020, 2021, 2022].flatMap((year) => QUARTERS.map((m) => `${year}-${m}-10`));
    const streams = months.map((date) => play(date, 'Skipped', skipped));
    expect(lasting('2022-12-31', streams).names).toEqual([]);
  });

  it('lose their place when the quarters since go on without them', () => {
    const streams = eachQuarter('Gone', [2018, 2019]);
    expect(lasting('2020-06-30', streams).names).toEqual(['Gone']);
    expect(lasting('2020-07-01', streams).names).toEqual([]);
  });
});

describe('the periods compared', () => {
  it('are the last 90 days and the two years before', () => {
    const { earlier, recent } = sharePeriods(day('2024-05-28'));
    expect(formatDay(recent.first)).toBe('2024-02-29');
    expect(recent.last - recent.first + 1).toBe(90);
    expect([earlier.first, earlier.last].map(formatDay)).toEqual(['2022-02-28', '2024-02-28']);
  });
});

const THEN = '2023-06-01';
const NOW = '2024-05-01';
const asOf = day('2024-06-01');

function minutes(count: number) {
  return { playedMs: count * 60_000 };
}

/** Who falls off with 40 % of the time then, and this much of 100 s now. */
function fallingTo(playedMs: number) {
  const dataset = historyOf(
    play(THEN, 'A', { playedMs: 40_000 }),
    play(THEN, 'B', { playedMs: 60_000 }),
    play(NOW, 'A', { playedMs }),
    play(NOW, 'B', { playedMs: 100_000 - playedMs }),
  );
  return artistsIn(dataset, fallingOff(dataset, BERLIN, asOf, 'time'));
}

describe('falling off and rising', () => {
  it('compare shares, not amounts', () => {
    // Half of the time then, an eighth now, though it is the same amount.
    const dataset = historyOf(
      play(THEN, 'Fading', minutes(10)),
      play(THEN, 'Steady', minutes(10)),
      play(NOW, 'Fading', minutes(10)),
      play(NOW, 'Steady', minutes(35)),
      play(NOW, 'New', minutes(35)),
    );
    const falling = fallingOff(dataset, BERLIN, asOf, 'plays');
    expect(artistsIn(dataset, falling)).toEqual([]);
    expect(artistsIn(dataset, rising(dataset, BERLIN, asOf, 'plays'))).toEqual(['New']);
  });

  it('begin below a quarter, not at it', () => {
    expect(fallingTo(10_000)).toEqual([]);
    expect(fallingTo(9999)).toEqual(['A']);
  });

  it('tell both shares, the largest loss first', () => {
    const dataset = historyOf(
      play(THEN, 'Much', minutes(6)),
      play(THEN, 'Little', minutes(2)),
      play(THEN, 'Stays', minutes(2)),
      play(NOW, 'Stays', minutes(9)),
      play(NOW, 'Much', minutes(1)),
    );
    const falling = fallingOff(dataset, BERLIN, asOf, 'plays');
    expect(artistsIn(dataset, falling)).toEqual(['Much', 'Little']);
    expect(falling[0]).toMatchObject({ earlierShare: 0.6, recentShare: 0.1 });
  });

  it('say nothing when a period has no music', () => {
    const dataset = historyOf(play(THEN, 'A'));
    expect(fallingOff(dataset, BERLIN, asOf, 'plays')).toEqual([]);
    expect(rising(dataset, BERLIN, day('2023-06-02'), 'plays')).toEqual([]);
  });
});
