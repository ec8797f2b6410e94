import { beforeEach, describe, expect, it } from 'vitest';
import { durations, plays, ranks, shares } from '../../../../lib/ui/charts/measure.ts';
import { speakEnglish } from '../english.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

beforeEach(() => speakEnglish());

describe('an axis', () => {
  it.each([
    [50 * MINUTE, '0 · 15 min · 30 min · 45 min'],
    [4 * HOUR, '0 · 1 h · 2 h · 3 h · 4 h'],
    [20 * HOUR, '0 · 6 h · 12 h · 18 h'],
    [3.2 * DAY, '0 · 1 day · 2 days · 3 days'],
    [62 * DAY, '0 · 20 days · 40 days · 60 days'],
  ])('of %i ms stops where a clock or a calendar does', (max, words) => {
    expect(durations.ticks(max, 4).map(durations.short).join(' · ')).toBe(words);
  });

  it('of plays has no half of a play', () => {
    expect(plays.ticks(1, 4)).toEqual([0, 1]);
    expect(plays.ticks(3, 4)).toEqual([0, 1, 2, 3]);
    expect(plays.ticks(3400, 4)).toEqual([0, 1000, 2000, 3000]);
  });

  it('of shares counts whole percents', () => {
    expect(shares.ticks(0.034, 4).map(shares.short).join(' ')).toBe('0% 1% 2% 3%');
  });

  it.each([durations, plays, shares, ranks])(
    'begins at zero and never passes its end',
    (measure) => {
      for (const max of [1, 7, 61, 59_999, 86_400_001, 3.5e9, 9e12]) {
        const ticks = measure.ticks(max, 4);
        expect(ticks[0]).toBe(0);
        expect(ticks.at(-1)).toBeLessThanOrEqual(max);
        expect(ticks.length).toBeLessThanOrEqual(8);
      }
    },
  );

  it('of nothing has nothing but zero', () => {
    expect(durations.ticks(0, 4)).toEqual([0]);
    expect(plays.ticks(0, 4)).toEqual([0]);
  });
});

describe('the bounds of a legend', () => {
  it('are round', () => {
    expect(durations.round(17 * MINUTE)).toBe(15 * MINUTE);
    expect(durations.round(100 * MINUTE)).toBe(2 * HOUR);
    expect(plays.round(147)).toBe(150);
    expect(plays.round(0.2)).toBe(1);
    expect(shares.round(0.123)).toBeCloseTo(0.1);
  });
});

it('writes values in full where there is room, and short on the axis', () => {
  expect(plays.format(1234)).toBe('1,234 plays');
  expect(plays.short(1234)).toBe('1,234');
  expect(durations.format(0)).toBe('0 min');
  expect(ranks.format(3)).toBe('place 3');
});
