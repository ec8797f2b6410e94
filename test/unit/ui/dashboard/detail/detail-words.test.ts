import { beforeAll, describe, expect, test } from 'vitest';
import { nameInWords } from '../../../../../lib/ui/dashboard/name-in-words.ts';
import {
  partsFinding,
  placesFinding,
  releaseText,
  stepsFinding,
} from '../../../../../lib/ui/dashboard/pages/detail/detail-words.ts';
import { rangeColumns } from '../../../../../lib/ui/dashboard/range-columns.ts';
import type { Detail } from '../../../../../lib/views/detail/contract.ts';
import { speakEnglish } from '../../english.ts';

beforeAll(() => speakEnglish());

const step = (start: number, plays: number) => ({
  start,
  plays,
  playedMs: 0,
  covered: true,
  partly: false,
});
const stepsOf = (stepUnit: Detail['stepUnit'], ...steps: Detail['steps']) =>
  stepsFinding({ stepUnit, steps } as Detail, 'UTC');

describe('what a page about one says', () => {
  test('is when it was played most', () => {
    const [april, may] = [Date.UTC(2019, 3), Date.UTC(2019, 4)];
    expect(stepsOf('month', step(april, 3), step(may, 47))).toBe('Fullest in May 2019: 47 plays');
    expect(stepsOf('hour', step(Date.UTC(2019, 4, 2, 14), 1))).toBe('Fullest from 14:00: 1 play');
    expect(stepsOf('month', step(april, 0))).toBe('Never for more than a moment');
    expect(stepsOf('month')).toBe('Never for more than a moment');
  });

  test('is its highest place', () => {
    const month = (number: number, rank: number | null) => ({
      month: number,
      rank,
      among: 9,
      plays: 1,
      covered: true,
    });
    const may = (2019 - 1970) * 12 + 4;
    expect(
      placesFinding({ months: [month(may, 4), month(may + 1, null), month(may + 2, 9)] }),
    ).toBe('Highest place: 4th, in May 2019');
    expect(placesFinding({ months: [month(may, 1), month(may + 1, 1)] })).toBe('1st in 2 months');
  });

  test('is what leads its lists, where there is something to lead', () => {
    const parts = [{ entry: { name: 'Salt' }, plays: 3 }];
    const words = (count: number) => ({
      name: nameInWords,
      count,
      words: 'top_count_songs' as const,
    });
    expect(partsFinding(parts, words(9))).toBe(
      `9 songs, ${nameInWords('Salt')} above all: 3 plays`,
    );
    expect(partsFinding(parts, words(1))).toBe('1 song');
    expect(partsFinding([{ entry: { name: 'Salt' }, plays: 0 }], words(2))).toBe('2 songs');
  });

  test('is a release date as exactly as it is known', () => {
    expect(['2019', '2019-05', '2019-05-12', 'soon'].map(releaseText)).toEqual([
      '2019',
      'May 2019',
      '12 May 2019',
      null,
    ]);
  });
});

const DAY_MS = 86_400_000;

describe('the columns of a range', () => {
  const first = ({ start }: { start: number }) => start;

  test('are named by the local day, month or hour they begin with', () => {
    // Midnight of 1 May in Berlin is 22:00 of 30 April in UTC.
    const may = Date.UTC(2019, 3, 30, 22);
    const steps = [{ start: may, covered: false, partly: false }];
    const zone = { timeZone: 'Europe/Berlin', today: Math.ceil(may / DAY_MS) + 90 };
    expect(rangeColumns(steps, { unit: 'month', ...zone }, first)).toMatchObject([
      { label: 'May 2019', tick: 'May', covered: false, value: may },
    ]);
    expect(rangeColumns(steps, { unit: 'day', ...zone }, first)[0]?.label).toBe(
      'Wednesday, 1 May 2019',
    );
    expect(rangeColumns(steps, { unit: 'hour', ...zone }, first)).toMatchObject([
      { label: '0:00', level: 0 },
    ]);
  });

  test('are faint where they are not over, and only there', () => {
    const starts = [Date.UTC(2026, 10, 1), Date.UTC(2026, 11, 1)];
    const steps = starts.map((start) => ({ start, covered: true, partly: false }));
    const faintIn = (unit: 'day' | 'month', today: number) =>
      rangeColumns(steps, { unit, timeZone: 'UTC', today: today / DAY_MS }, first).map(
        ({ faint }) => faint?.('3 h') ?? null,
      );
    expect(faintIn('month', Date.UTC(2026, 11, 9))).toEqual([null, '3 h, not over yet']);
    expect(faintIn('day', Date.UTC(2026, 11, 9))).toEqual([null, null]);
    expect(faintIn('day', Date.UTC(2026, 11, 1))).toEqual([null, '3 h, not over yet']);
    expect(faintIn('month', Date.UTC(2027, 0, 1))).toEqual([null, null]);
  });
});
