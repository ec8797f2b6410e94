import { beforeAll, describe, expect, it } from 'vitest';
import {
  hourFinding,
  playsByHour,
  playsByWeekday,
  weekdayFinding,
  weekFinding,
} from '../../../../lib/ui/dashboard/pages/habits/clock-facts.ts';
import { speakEnglish } from '../english.ts';

/** One play in every hour, and more in some. */
function weekWith(more: [weekday: number, hour: number, plays: number][]): number[][] {
  const week = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 1));
  for (const [weekday, hour, plays] of more) week[weekday]![hour]! += plays;
  return week;
}

beforeAll(() => speakEnglish('en-GB'));

describe('the hours of a week', () => {
  const week = weekWith([
    [4, 18, 10],
    [4, 23, 22],
    [6, 12, 20],
  ]);

  it('have a quarter of a day in which most is played', () => {
    expect(weekFinding(week)).toBe('Friday evenings are yours: 17% of all plays');
    expect(weekFinding(weekWith([[0, 5, 19]]))).toMatch(/^Monday nights/);
    expect(weekFinding(weekWith([[0, 6, 19]]))).toMatch(/^Monday mornings/);
    expect(weekFinding(weekWith([[6, 17, 19]]))).toMatch(/^Sunday afternoons/);
  });

  it('say so where no part of them stands out, or plays are too few to tell', () => {
    expect(weekFinding(weekWith([]))).toBe(
      'No part of the week stands out: none has more than 4% of plays',
    );
    const few = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0));
    few[4]![15] = 6;
    expect(weekFinding(few)).toBe('Too few plays to show a habit yet');
  });

  it('add up to the hours of a day', () => {
    const hours = playsByHour(week);
    expect(hours[23]).toBe(29);
    expect(hours.reduce((sum, plays) => sum + plays, 0)).toBe(7 * 24 + 52);
    expect(hourFinding(hours)).toBe('Most is played between 23:00 and 0:00: 13%');
  });

  it('and to weekdays', () => {
    expect(playsByWeekday(week)).toEqual([24, 24, 24, 24, 56, 24, 44]);
    expect(weekdayFinding(playsByWeekday(week))).toBe(
      'Most plays on a Friday (25%), fewest on a Monday (11%)',
    );
  });
});
