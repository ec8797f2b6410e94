import { beforeAll, describe, expect, it } from 'vitest';
import {
  fullestDay,
  placesWithin,
} from '../../../../lib/ui/dashboard/pages/timeline/calendar-card.tsx';
import { comparisonTitle } from '../../../../lib/ui/dashboard/pages/timeline/cumulative-card.tsx';
import { withLinks } from '../../../../lib/ui/dashboard/pages/timeline/linked-calendar.tsx';
import { timeStep } from '../../../../lib/ui/dashboard/pages/timeline/time-steps.ts';
import { drawCalendar } from '../../../../lib/ui/charts/calendar-picture.ts';
import { plays } from '../../../../lib/ui/charts/measure.ts';
import { speakEnglish } from '../english.ts';

beforeAll(() => speakEnglish('en-GB'));

describe('the calendar', () => {
  it('finds the first of the fullest days', () => {
    expect(fullestDay([0, 3, 9, 9])).toBe(2);
    expect(fullestDay([0, 0])).toBeNull();
    expect(fullestDay([])).toBeNull();
  });

  it('sets back the days that the range has not', () => {
    const shown = { firstDay: 20_000, plays: Array<number>(30).fill(1) };
    expect(placesWithin(shown, null)).toBeNull();
    expect(placesWithin(shown, { first: 19_990, last: 20_100 })).toBeNull();
    const within = placesWithin(shown, { first: 20_020, last: 20_024 });
    expect(within).toEqual({ first: 20, last: 24 });
    const days = { firstDay: 20_000, values: shown.plays, measure: plays, weekStart: 1 as const };
    const { marks, readings } = drawCalendar({ ...days, within: within! })({
      width: 900,
      textWidth: (text, size) => text.length * size * 0.5,
    });
    const cells = (isFaint: boolean) =>
      marks.flatMap((mark) =>
        mark.kind === 'path' &&
        mark.fill?.toString().startsWith('heat') &&
        isFaint === (mark.opacity === 0.3)
          ? mark.d.split('M').slice(1)
          : [],
      ).length;
    // The legend shows two strengths at least.
    expect(cells(true)).toBe(25);
    expect(readings.start).toBe(24);
  });

  it('leads from each day to its own page, and tells what is pointed at', () => {
    const draw = drawCalendar({
      firstDay: 20_000,
      values: [1, 2, 3],
      measure: plays,
      weekStart: 1,
    });
    const plain = draw({ width: 900, textWidth: (text, size) => text.length * size * 0.5 });
    const found: (number | null)[] = [];
    const { readings } = withLinks(plain, {
      hrefOf: (index) => `#day-${index}`,
      onFind: (index) => found.push(index),
    });
    const reading = readings.at(1);
    expect(reading.href).toBe('#day-1');
    expect(readings.find(reading.x, reading.y + 3)).toBe(1);
    expect(readings.find(0, 0)).toBeNull();
    expect(found).toEqual([1, null]);
  });
});

describe('what added up', () => {
  const days = { first: 20_454, last: 20_456 };
  const view = (now: number[], then: number[] | null, { whole = true, wholeNow = true } = {}) => ({
    unit: 'day' as const,
    first: 20_454,
    days,
    covered: now.map(() => true),
    whole: wholeNow,
    values: now,
    compared: then && { days: { first: 20_089, last: 20_091 }, values: then, whole },
  });

  it('is held against the same point of the days before', () => {
    expect(comparisonTitle(view([10, 15], [10, 12, 90]))).toBe(
      '25% more than 1 Jan 2025 – 2 Jan 2025',
    );
    expect(comparisonTitle(view([10, 15], [10, 15]))).toMatch(/^As much as/);
    expect(comparisonTitle(view([1, 5], [10]))).toMatch(/^50% less/);
  });

  it('is held against nothing where there was nothing', () => {
    expect(comparisonTitle(view([10], null))).toBeNull();
    expect(comparisonTitle(view([10], [0]))).toBeNull();
    expect(comparisonTitle(view([10, 15], [10, 12], { whole: false }))).toBeNull();
    expect(comparisonTitle(view([10, 15], [10, 12], { wholeNow: false }))).toBeNull();
  });
});

it('calls hours, days and months by their names', () => {
  expect(timeStep('hour', 0, 13).label).toBe('13:00 – 14:00');
  expect(timeStep('day', 20_454, 1).label).toBe('Friday, 2 January 2026');
  expect(timeStep('month', 672, 1).label).toBe('February 2026');
});
