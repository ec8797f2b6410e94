/** The one document of all statistics, and the ranges it is asked for. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from '../../../lib/domain/schema.ts';
import { buildDataset } from '../../../lib/dataset/dataset.ts';
import { formatDay } from '../../../lib/stats/local-dates.ts';
import { parseRange } from '../../../lib/domain/day-range.ts';
import { buildStatistics } from '../../../lib/stats/statistics-document.ts';
import { StatisticsDocument } from '../../../lib/stats/statistics-schema.ts';
import { anyStream, DAY } from '../dataset/streams.ts';
import { day, historyOf, play, times } from './a-history.ts';

const options = {
  range: null,
  timeZone: 'Europe/Berlin',
  top: 10,
  by: 'plays',
  receipt: null,
} as const;

describe('the document of all statistics', () => {
  it('is what its schema says, for any history, range and order of streams', () => {
    const from = Date.UTC(2022, 1, 20);
    const streams = fc.array(anyStream(from, from + 900 * DAY), { maxLength: 60 });
    const range = fc
      .tuple(fc.nat(900), fc.nat(900))
      .map(([first, days]) => ({ first: from / DAY + first, last: from / DAY + first + days }));
    fc.assert(
      fc.property(streams, fc.option(range), fc.gen(), (rows, days, gen) => {
        const others = gen(fc.shuffledSubarray, rows, { minLength: rows.length });
        const ask = { ...options, range: days };
        const document = buildStatistics(buildDataset(rows), ask);
        expect(z.parse(StatisticsDocument, document)).toEqual(document);
        expect(buildStatistics(buildDataset(others), ask)).toEqual(document);
      }),
      { numRuns: 60 },
    );
  });

  it('is whole without a row', () => {
    const { range, totals, byHourOfWeek } = buildStatistics(buildDataset([]), options);
    expect(range).toEqual({ from: null, to: null, asOf: null, timeZone: 'Europe/Berlin' });
    expect(totals).toMatchObject({ streams: 0, firstStream: null });
    expect(byHourOfWeek.map((hours) => hours.length)).toEqual(Array(7).fill(24));
  });

  it('looks back from the end of the range, or of the history if that is earlier', () => {
    const dataset = historyOf(play('2023-05-01', 'A'), play('2024-05-01', 'A'));
    const asOf = (text: string) =>
      buildStatistics(dataset, { ...options, range: parseRange(text) ?? null }).range.asOf;
    expect(asOf('all')).toBe('2024-05-01');
    expect(asOf('2024')).toBe('2024-05-01');
    expect(asOf('2023')).toBe('2023-12-31');
  });

  it('adds up: what months, days and hours hold is what the totals say', () => {
    const dataset = historyOf(times(3, play('2024-02-29', 'A')), play('2024-03-31', 'B'));
    const { totals, byDay, byMonth, byHourOfWeek, top } = buildStatistics(dataset, options);
    const plays = (list: readonly { plays: number }[]) =>
      list.reduce((sum, entry) => sum + entry.plays, 0);
    expect(plays(byDay)).toBe(totals.plays);
    expect(plays(byMonth)).toBe(totals.plays);
    expect(plays(top.songs)).toBe(totals.plays);
    expect(byHourOfWeek.flat().reduce((sum, count) => sum + count, 0)).toBe(totals.plays);
  });
});

describe('a range', () => {
  const read = (text: string) => {
    const range = parseRange(text);
    return range && `${formatDay(range.first)}..${formatDay(range.last)}`;
  };

  it('is a year, a month, a day, or from one to another', () => {
    expect(read('2024')).toBe('2024-01-01..2024-12-31');
    expect(read('2024-02')).toBe('2024-02-01..2024-02-29');
    expect(read('2024-02-29')).toBe('2024-02-29..2024-02-29');
    expect(read('2023-12-30..2024-01-02')).toBe('2023-12-30..2024-01-02');
    expect(read('2023..2024-02')).toBe('2023-01-01..2024-02-29');
    expect(parseRange('all')).toBeNull();
    expect(parseRange('1970-01-01')).toEqual({ first: 0, last: 0 });
    expect(parseRange('2024-01-01')?.first).toBe(day('2024-01-01'));
  });

  it('is refused when it is none', () => {
    const wrong = ['', '24', '2024-13', '2023-02-29', '2024..', '..2024', '2024..2023', '1..2..3'];
    for (const text of [...wrong, '2024..2025..2026', 'ALL']) {
      expect(parseRange(text)).toBeUndefined();
    }
  });
});
