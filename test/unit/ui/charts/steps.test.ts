import { beforeEach, describe, expect, it } from 'vitest';
import {
  chooseTicks,
  dayStep,
  monthStep,
  yearStep,
  type Step,
} from '../../../../lib/ui/charts/steps.ts';
import { speakEnglish } from '../english.ts';
import { textWidth } from './type-widths.ts';

beforeEach(() => speakEnglish());

/** From January 2012 on. */
const months = (count: number) => Array.from({ length: count }, (_, i) => monthStep(42 * 12 + i));
const days = (count: number) =>
  Array.from({ length: count }, (_, i) => dayStep(Date.UTC(2026, 9, 20) / 86_400_000 + i));

function axis(steps: readonly Step[], width: number): string {
  const ticks = chooseTicks(steps, width / steps.length, textWidth);
  return ticks.map(({ text }) => text).join(' ');
}

describe('steps', () => {
  it('are called what a person calls them', () => {
    expect(monthStep(42 * 12 + 4).label).toBe('May 2012');
    expect(monthStep(-1).label).toBe('December 1969');
    expect(dayStep(0).label).toBe('Thursday, 1 January 1970');
  });
});

describe('an axis of time', () => {
  it('names every month where there is room', () => {
    expect(axis(months(12), 700)).toBe('2012 Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec');
  });

  it('names quarters where there is less, and years where there is little', () => {
    expect(axis(months(24), 500)).toBe('2012 Apr Jul Oct 2013 Apr Jul Oct');
    expect(axis(months(36), 300)).toBe('2012 2013 2014');
  });

  it('names years that end in 0 or 5 where there is hardly any', () => {
    expect(axis(months(180), 180)).toBe('2015 2020 2025');
    expect(
      axis(
        Array.from({ length: 58 }, (_, i) => yearStep(1968 + i)),
        400,
      ),
    ).toBe('1970 1980 1990 2000 2010 2020');
  });

  it('names the first and the last year where there is room for two', () => {
    const years = Array.from({ length: 4 }, (_, i) => yearStep(2016 + i));
    expect(axis(years, 80)).toBe('2016 2019');
    expect(axis(years, 40)).toBe('2016');
  });

  it('names days of a month', () => {
    expect(axis(days(30), 330)).toBe('21 Oct Nov 11 Nov');
    expect(axis(days(5), 600)).toBe('20 Oct 21 Oct 22 Oct 23 Oct 24 Oct');
  });

  it('never lets two names touch', () => {
    for (const steps of [months(200), days(900), days(31)])
      for (const width of [120, 300, 700, 1100]) {
        const pitch = width / steps.length;
        const ticks = chooseTicks(steps, pitch, textWidth);
        const ends = ticks.map(({ index, text }) => index * pitch + textWidth(text, 12));
        expect(ticks.slice(1).every(({ index }, i) => index * pitch > ends[i]!)).toBe(true);
      }
  });

  it('has no names where the steps have none', () => {
    expect(axis([{ label: 'one' }, { label: 'two' }], 300)).toBe('');
    expect(axis([], 300)).toBe('');
  });
});
