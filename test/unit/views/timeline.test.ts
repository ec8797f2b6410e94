import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildDataset } from '../../../lib/dataset/dataset.ts';
import { anyStream, DAY } from '../dataset/streams.ts';
import { day, play, times } from '../stats/a-history.ts';
import { addDays, clockAt, isMusic, isPlay, ZONES } from '../stats/naive.ts';
import { NOON } from './a-setting.ts';
import { viewOf } from './ask-view.ts';

const minutes = (count: number) => ({ playedMs: count * 60_000 });
const seen = (...spans: [string, string][]) =>
  spans.map(([from, to]) => ({ from: Date.parse(from), to: Date.parse(to) }));

describe('the calendar', () => {
  const streams = [play('2024-12-30', 'Ann'), play('2025-01-02', 'Ann'), play('2026-11-20', 'Bo')];

  it('has every day from the first stream to today', async () => {
    const coverage = seen(['2024-12-30', '2025-01-01T12:00Z'], ['2025-01-02T12:00Z', '2026-11-21']);
    const view = await viewOf('calendar', streams, { coverage });
    expect(view.firstDay).toBe(day('2024-12-30'));
    expect(view.plays).toHaveLength(day('2026-11-21') - day('2024-12-30') + 1);
    expect(view.plays.slice(0, 4)).toEqual([1, 0, 0, 1]);
    expect(view.playedMs.at(-2)).toBe(200_000);
    expect(view.covered.every(Boolean)).toBe(true);
    const less = await viewOf('calendar', streams, {
      coverage: seen(['2024-12-30', '2024-12-30T23:00Z'], ['2025-01-02T12:00Z', '2026-11-21']),
    });
    expect(less.covered.slice(0, 4)).toEqual([true, true, false, true]);
  });

  it('has the whole years that the range touches, and nothing of the future', async () => {
    const year = await viewOf('calendar', streams, { range: '2025-03' });
    expect(year.firstDay).toBe(day('2025-01-01'));
    expect(year.plays).toHaveLength(365);
    const now = await viewOf('calendar', streams, { range: 'today' });
    expect(now.firstDay).toBe(day('2026-01-01'));
    expect(now.plays).toHaveLength(day('2026-11-21') - day('2026-01-01') + 1);
  });

  it('adds up to what a naive count of local dates finds', async () => {
    const scene = fc.record({
      timeZone: fc.constantFrom(...ZONES),
      streams: fc.array(anyStream(NOON - 40 * DAY, NOON), { maxLength: 40 }),
    });
    await fc.assert(
      fc.asyncProperty(scene, async ({ timeZone, streams: any }) => {
        const view = await viewOf('calendar', buildDataset(any), { timeZone });
        const today = clockAt(timeZone, NOON).date;
        const dates = view.plays.map((_, i) => addDays(today, i - view.plays.length + 1));
        const on = (date: string) =>
          any.filter((one) => isMusic(one) && clockAt(timeZone, one.endedAt).date === date);
        expect(view.plays).toEqual(dates.map((date) => on(date).filter(isPlay).length));
        expect(view.playedMs).toEqual(
          dates.map((date) => on(date).reduce((sum, { playedMs }) => sum + playedMs, 0)),
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe('the layers', () => {
  const others = Array.from({ length: 7 }, (_, i) => play('2026-09-01', `Other ${i}`, minutes(3)));
  const streams = [
    times(2, play('2026-09-10', 'Ann', minutes(10))),
    play('2026-11-01', 'Ann', minutes(5)),
    others,
    play('2026-11-02', 'Last', minutes(1)),
  ];

  it('are months of a long range, the top seven artists and the rest', async () => {
    const view = await viewOf('layers', streams, { params: { by: 'time' } });
    expect(view).toMatchObject({ unit: 'month', first: (2026 - 1970) * 12 + 8 });
    expect(view.artists.map(({ entry }) => entry.name)).toEqual([
      'Ann',
      ...Array.from({ length: 6 }, (_, i) => `Other ${i}`),
    ]);
    expect(view.artists[0]!.values).toEqual([1_200_000, 0, 300_000]);
    expect(view.rest).toEqual([180_000, 0, 60_000]);
    expect(view.covered).toEqual([true, true, true]);
  });

  it('are days of weeks, and hours of a day', async () => {
    const weeks = await viewOf('layers', streams, {
      params: { by: 'plays' },
      range: '2026-10-31..2026-11-05',
    });
    expect(weeks).toMatchObject({
      unit: 'day',
      first: day('2026-10-31'),
      rest: [0, 0, 0, 0, 0, 0],
    });
    expect(weeks.artists.map(({ values }) => values)).toEqual([
      [0, 1, 0, 0, 0, 0],
      [0, 0, 1, 0, 0, 0],
    ]);
    const hours = await viewOf('layers', streams, { params: { by: 'plays' }, range: '2026-11-01' });
    // Noon in UTC is one o’clock in Berlin.
    expect(hours.unit).toBe('hour');
    expect(hours.artists[0]!.values.indexOf(1)).toBe(13);
    expect(hours.covered).toHaveLength(24);
  });

  it('know of no hour that has not begun', async () => {
    const { covered } = await viewOf('layers', streams, {
      params: { by: 'plays' },
      range: 'today',
    });
    expect(covered).toHaveLength(13);
  });

  it('hatch what was not seen', async () => {
    const coverage = seen(['2026-09-01', '2026-09-20'], ['2026-11-01', '2026-11-21']);
    const view = await viewOf('layers', streams, { params: { by: 'time' }, coverage });
    expect(view.covered).toEqual([true, false, true]);
  });
});

describe('the sums', () => {
  const streams = [
    play('2025-11-18', 'Ann', minutes(1)),
    play('2025-11-19', 'Ann', minutes(2)),
    play('2026-11-18', 'Ann', minutes(4)),
    play('2026-11-20', 'Ann', minutes(8)),
  ];
  const params = { by: 'time' };

  it('grow day by day, beside the days compared with', async () => {
    const view = await viewOf('cumulative', streams, {
      params,
      range: '2026-11-17..2026-11-20',
      compare: 'year-before',
    });
    expect(view).toMatchObject({ unit: 'day', first: day('2026-11-17') });
    expect(view.values.map((ms) => ms / 60_000)).toEqual([0, 4, 4, 12]);
    expect(view.compared?.days).toEqual({ first: day('2025-11-17'), last: day('2025-11-20') });
    expect(view.compared?.values.map((ms) => ms! / 60_000)).toEqual([0, 1, 3, 3]);
  });

  it('tell where part of the days compared with was not recorded', async () => {
    const base = { params, range: '2026-11-17..2026-11-20', compare: 'year-before' } as const;
    const comparedSince = async (from: string) => {
      const coverage = seen([from, '2026-11-21']);
      const { compared } = await viewOf('cumulative', streams, { ...base, coverage });
      return { ...compared, values: compared?.values.map((ms) => ms && ms / 60_000) };
    };
    expect(await comparedSince('2025-11-16')).toMatchObject({ whole: true, values: [0, 1, 3, 3] });
    // That day begins before its first moment in UTC.
    expect(await comparedSince('2025-11-17')).toMatchObject({ whole: false });
    expect(await comparedSince('2025-11-18')).toMatchObject({
      whole: false,
      values: [null, 1, 3, 3],
    });
  });

  it('are months of many years, and none of the future', async () => {
    const view = await viewOf('cumulative', streams, { params, range: '2024-01..2026-12' });
    expect(view).toMatchObject({ unit: 'month', first: (2024 - 1970) * 12, compared: null });
    expect(view.values).toHaveLength(35);
    expect(view.values.at(-1)).toBe(15 * 60_000);
    expect(view.days.last).toBe(day('2026-11-21'));
  });

  it('are held against nothing where nothing is known', async () => {
    const base = { params, range: '2025-11-18', compare: 'year-before' } as const;
    expect((await viewOf('cumulative', streams, base)).compared).toBeNull();
    const hours = await viewOf('cumulative', streams, { ...base, range: '2026-11-18' });
    expect(hours).toMatchObject({ unit: 'hour', compared: { values: { length: 24 } } });
  });

  it('count plays when asked to', async () => {
    const view = await viewOf('cumulative', streams, { params: { by: 'plays' } });
    expect(view.values.at(-1)).toBe(4);
  });
});
