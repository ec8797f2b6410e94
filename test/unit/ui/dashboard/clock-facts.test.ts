import { beforeAll, describe, expect, it } from 'vitest';
import {
  hourFinding,
  playsByHour,
  playsByWeekday,
  weekdayFinding,
  weekFinding,
} from '../../../../lib/ui/dashboard/pages/habits/clock-facts.ts';
import { drawHours } from '../../../../lib/ui/charts/hours-picture.ts';
import { plays as inPlays } from '../../../../lib/ui/charts/measure.ts';
import { weekTable } from '../../../../lib/ui/dashboard/pages/habits/clock-part.tsx';
import { speakEnglish } from '../english.ts';

/** One play in every hour, and more in some. */
function weekWith(more: [weekday: number, hour: number, plays: number][]): number[][] {
  const week = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 1));
  for (const [weekday, hour, plays] of more) week[weekday]![hour]! += plays;
  return week;
}

const WHOLE = Array.from({ length: 7 }, () => true);

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
    expect(weekFinding(weekWith([]))).toBe('No six hours of the week have more than 4% of plays');
    const few = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0));
    few[4]![15] = 6;
    expect(weekFinding(few)).toBe('Too few plays to show a habit yet');
  });

  it('add up to the hours of a day', () => {
    const hours = playsByHour(week);
    expect(hours[23]).toBe(29);
    expect(hours.reduce((sum, plays) => sum + plays, 0)).toBe(7 * 24 + 52);
    expect(hourFinding(hours)).toBe('Peaks at 12:00 and 23:00: 25% of plays in these hours');
    const near = hours.map((_, hour) => (hour === 8 ? 40 : hour === 9 ? 39 : 10));
    expect(hourFinding(near)).toBe('The peak is at 8:00: 13% of plays in that hour');
  });

  it('have one hour or two around which they are busiest, on all days', () => {
    const around = (...peaks: number[]) =>
      weekFinding(
        Array.from({ length: 7 }, () =>
          Array.from({ length: 24 }, (_, hour) => (peaks.includes(hour) ? 4 : 2)),
        ),
      );
    expect(around(8, 18)).toBe('Busiest around 8:00 and 18:00');
    expect(around(17, 18)).toBe('Busiest around 17:00');
    expect(around(3, 10, 18)).toBe('No six hours of the week have more than 4% of plays');
  });

  it('are not said to have most where they have less than half', () => {
    const hours = Array.from({ length: 24 }, () => 2);
    expect(hourFinding(hours)).toBe('No hour of the day has more than 4% of plays');
    expect(hourFinding(hours.with(8, 6))).toBe(
      'More is played between 8:00 and 9:00 than in any other hour: 12%',
    );
    expect(hourFinding(hours.with(8, 60))).toBe('Most is played between 8:00 and 9:00: 57%');
  });

  it('say nothing of a week that is not whole yet, and nothing of a few plays', () => {
    const young = [20, 0, 20, 20, 20, 20, 20];
    expect(weekdayFinding(young, WHOLE)).toBe('Quietest on a Tuesday: 0% of plays');
    expect(weekdayFinding(young, WHOLE.with(1, false))).toBe('Plays by weekday');
    expect(weekdayFinding([1, 2, 3, 4, 5, 6, 7], WHOLE)).toBe('Plays by weekday');
    expect(hourFinding(Array.from({ length: 24 }, (_, hour) => (hour === 8 ? 7 : 0)))).toBe(
      'Plays by hour of the day',
    );
  });

  it('have mornings of all days, where no day stands out among them', () => {
    const mornings = Array.from({ length: 7 }, () =>
      Array.from({ length: 24 }, () => 0).fill(2, 6, 12),
    );
    expect(weekFinding(mornings)).toBe('Most is played in the morning: 100% of all plays');
  });

  it('are no zeros on a weekday that has yet to come', () => {
    const values = Array.from({ length: 7 }, (_, day) =>
      Array.from({ length: 24 }, () => (day === 0 ? 1 : 0)),
    );
    const recorded = [true, true, false, true, true, true, true];
    const { marks, readings } = drawHours({ values, measure: inPlays, weekStart: 1, recorded })({
      width: 900,
      textWidth: (text, size) => text.length * size * 0.5,
    });
    expect(marks.filter((mark) => mark.kind === 'path' && mark.fill === 'hatch')).toHaveLength(1);
    const read = (day: number) => readings.at(day * 24).lines[0]?.value;
    expect([read(0), read(1), read(2)]).toEqual(['1 play', '0 plays', 'not recorded']);
    expect(weekTable(values, 1, recorded).rows[0]).toEqual(['0:00', 1, 0, null, 0, 0, 0, 0]);
  });

  it('and to weekdays', () => {
    expect(playsByWeekday(week)).toEqual([24, 24, 24, 24, 56, 24, 44]);
    expect(weekdayFinding(playsByWeekday(week), WHOLE)).toBe('Busiest on a Friday: 25% of plays');
    expect(weekdayFinding([20, 20, 20, 20, 30, 20, 10], WHOLE)).toBe(
      'Busiest on a Friday (21%), quietest on a Sunday (7%)',
    );
    expect(weekdayFinding([20, 20, 20, 20, 20, 20, 10], WHOLE)).toBe(
      'Quietest on a Sunday: 8% of plays',
    );
    expect(weekdayFinding([13, 12, 12, 13, 12, 18, 18], WHOLE)).toBe(
      'Busiest on Saturday and Sunday: 37% of plays',
    );
    expect(weekdayFinding([100, 101, 105, 103, 104, 102, 99], WHOLE)).toBe(
      'No weekday has more than 15% of plays',
    );
  });
});
