/** Charts that do not lie: where shapes begin and end, what is hatched, which colour is whose. */
import { describe, expect, it } from 'vitest';
import { drawBars } from '../../../../lib/ui/charts/bar-picture.ts';
import { drawCalendar } from '../../../../lib/ui/charts/calendar-picture.ts';
import { drawColumns } from '../../../../lib/ui/charts/column-picture.ts';
import { drawLines, thinOut } from '../../../../lib/ui/charts/line-picture.ts';
import { durations, plays, ranks } from '../../../../lib/ui/charts/measure.ts';
import type { Picture } from '../../../../lib/ui/charts/picture.ts';
import { readingText } from '../../../../lib/ui/charts/reading-text.ts';
import { drawStacks } from '../../../../lib/ui/charts/stack-picture.ts';
import { monthStep, stepCell } from '../../../../lib/ui/charts/steps.ts';
import { speakEnglish } from '../english.ts';
import { textWidth } from './type-widths.ts';

speakEnglish();

const HOUR = 3_600_000;
const canvas = { width: 700, textWidth };
const dayNumber = (...date: [number, number, number]) => Date.UTC(...date) / 86_400_000;

const said = ({ readings }: Picture, index: number) => readingText(readings.at(index));
const filled = ({ marks }: Picture, fill: string) =>
  marks.flatMap((mark) => (mark.kind === 'path' && mark.fill === fill ? [mark.d] : [])).join('');
const textsOf = ({ marks }: Picture) =>
  marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));

/** Of a path that is one rectangle with sharp corners. */
function rectangleOf(path: string): { y: number; height: number } {
  const [, y, height] = /^M[\d.]+ ([\d.]+)h[\d.]+v([\d.]+)/.exec(path) ?? [];
  return { y: Number(y), height: Number(height) };
}

describe('bars', () => {
  const rows = [
    { name: 'Ash', value: 400, href: '#ash' },
    { name: 'Elm', value: 100 },
    { name: 'Oak', value: 0 },
  ];
  const picture = () => drawBars({ rows, measure: plays, most: 50 })(canvas);

  it('are as long as their amounts', () => {
    expect(lengthOf(picture(), 0)).toBeCloseTo(4 * lengthOf(picture(), 1), 0);
  });

  it('are not drawn for nothing', () => {
    expect(filled(picture(), 'accent').split('M')).toHaveLength(4);
    expect(lengthOf(picture(), 2)).toBe(0);
  });

  it('lead where their names lead', () => {
    expect(picture().readings.at(0).href).toBe('#ash');
    expect(picture().readings.at(1).href).toBeUndefined();
  });

  it('say how many more there are', () => {
    expect(textsOf(drawBars({ rows, measure: plays, most: 2 })(canvas))).toContain(
      'and 1 more in the table',
    );
  });

  /** Of the accent shapes, in their order: from the left end to the furthest point. */
  function lengthOf(drawn: Picture, index: number): number {
    const shape = filled(drawn, 'accent').split('M').slice(1)[index]!;
    const left = Number.parseFloat(shape);
    const xs = [...shape.matchAll(/(?:H|Q)([\d.]+)/g)].map(([, x]) => Number(x));
    return xs.length > 0 ? Math.max(...xs) - left : 0;
  }
});

describe('columns', () => {
  const columns = [4, 0, 2, 0].map((hours, i) => ({
    ...monthStep(504 + i),
    value: hours * HOUR,
    covered: i !== 2 && i !== 3,
  }));
  const picture = () => drawColumns({ columns, measure: durations, height: 260 })(canvas);

  it('stand on zero and reach their amount', () => {
    const whole = picture().readings;
    const ground = 260 - 22;
    expect(ground - whole.at(0).y).toBeCloseTo(2 * (ground - whole.at(2).y), 5);
    expect(whole.at(1).y).toBe(ground);
    expect(textsOf(picture())).toContain('0');
  });

  it('tell a month without music from a month without a record', () => {
    expect(said(picture(), 1)).toBe('February 2012: 0 min');
    expect(said(picture(), 2)).toBe('March 2012: at least 2 h');
    expect(said(picture(), 3)).toBe('April 2012: not recorded');
  });

  it('are hatched above what is known of a month recorded in part', () => {
    const parts = columns.map((column, i) => ({ ...column, covered: true, partly: i === 2 }));
    const drawn = drawColumns({ columns: parts, measure: durations, height: 260 })(canvas);
    expect(said(drawn, 2)).toBe('March 2012: 2 h, partly recorded');
    const [, top, down] = /^M[\d.]+ ([\d.]+)h[\d.]+v([\d.]+)/.exec(filled(drawn, 'hatch'))!;
    expect(Number(top) + Number(down)).toBeCloseTo(drawn.readings.at(2).y, 0);
    // The highest has no room above.
    const highest = columns.map((column, i) => ({ ...column, covered: true, partly: i === 0 }));
    const beside = drawColumns({ columns: highest, measure: durations, height: 260 })(canvas);
    expect(filled(beside, 'hatch')).toMatch(/v228h/);
    expect(stepCell(parts[2]!).text).toBe('March 2012, partly recorded');
  });

  it('have one hatched ground over a gap', () => {
    expect(filled(picture(), 'hatch').split('M')).toHaveLength(2);
    const complete = columns.map(({ label, value }) => ({ label, value, covered: true }));
    const without = drawColumns({ columns: complete, measure: durations, height: 260 })(canvas);
    expect(filled(without, 'hatch')).toBe('');
  });

  it('say what they are compared with', () => {
    const before = { name: 'A year before', values: [5 * HOUR, null, null, null] };
    const compared = drawColumns({ columns, measure: durations, height: 260, before })(canvas);
    expect(said(compared, 0)).toBe('January 2012: 4 h, A year before 5 h');
    expect(said(compared, 1)).toBe('February 2012: 0 min');
    expect(textsOf(compared).join()).toContain('A year before');
  });
});

describe('stacks', () => {
  const picture = drawStacks({
    columns: [
      { ...monthStep(504), covered: true, values: [3, 0, 5] },
      { ...monthStep(505), covered: false, values: [0, 0, 0] },
    ],
    series: [{ name: 'Ash' }, { name: 'Elm' }, { name: 'Rest', other: true }],
    measure: plays,
    height: 320,
  });

  it('say all their parts from the top down', () => {
    expect(said(picture(canvas), 0)).toBe(
      'January 2012: Together 8 plays, \u2068Rest\u2069 5 plays, \u2068Ash\u2069 3 plays',
    );
    expect(said(picture(canvas), 1)).toBe('February 2012: Together not recorded');
  });

  it('pile their parts up, with nothing but a hair between them', () => {
    const [ash, rest] = ['cat-1', 'cat-other'].map((ink) =>
      rectangleOf(filled(picture(canvas), ink)),
    );
    expect(ash!.y + ash!.height).toBeCloseTo(320 - 22, 0);
    expect(ash!.y - (rest!.y + rest!.height)).toBeGreaterThanOrEqual(0);
    expect(ash!.y - (rest!.y + rest!.height)).toBeLessThanOrEqual(1);
    expect(rest!.height / ash!.height).toBeCloseTo(5 / 3, 1);
  });

  it('keep grey for the rest', () => {
    expect(filled(picture(canvas), 'cat-other')).not.toBe('');
    expect(
      picture(canvas)
        .readings.at(0)
        .lines.map(({ ink }) => ink),
    ).toEqual([undefined, 'cat-other', 'cat-1']);
  });

  it('name each series beside it, and below where there is no room', () => {
    const names = ['\u2068Ash\u2069', '\u2068Elm\u2069', '\u2068Rest\u2069'];
    expect(textsOf(picture(canvas))).toEqual(expect.arrayContaining(names));
    expect(textsOf(picture({ ...canvas, width: 360 }))).toEqual(expect.arrayContaining(names));
    expect(picture({ ...canvas, width: 360 }).height).toBeGreaterThan(320);
  });
});

describe('lines', () => {
  const steps = [0, 1, 2].map((i) => ({ ...monthStep(504 + i), covered: true }));

  it('of ranks have the first place on top', () => {
    const series = [{ name: 'Ash', values: [1, 9, null] }];
    const options = { steps, series, measure: ranks, height: 300, inverted: true };
    const picture = drawLines(options)(canvas);
    expect(picture.readings.at(0).y).toBeLessThan(picture.readings.at(1).y);
    expect(said(picture, 0)).toBe('January 2012: place 1');
    expect(said(picture, 2)).toBe('March 2012: no value');
  });

  it('that stay on the first place are drawn on top, too', () => {
    const series = [{ name: 'Ash', values: [1, 1, 1] }];
    const options = { steps, series, measure: ranks, height: 300, inverted: true };
    expect(drawLines(options)(canvas).readings.at(1).y).toBeLessThan(30);
  });

  it('are broken where there is no value, and show one that stands alone', () => {
    const series = [{ name: 'Ash', values: [2, null, 3] }];
    const options = { steps, series, measure: ranks, height: 300, inverted: true };
    const { marks } = drawLines(options)(canvas);
    const line = marks.find((mark) => mark.kind === 'path' && mark.stroke === 'accent');
    expect(line?.kind === 'path' ? line.d.split('M') : []).toHaveLength(3);
    expect(filled(drawLines(options)(canvas), 'accent').split('M')).toHaveLength(3);
  });

  it('of more steps than pixels keep their peaks, their depths and their gaps', () => {
    const values = Array.from({ length: 1000 }, (_, i) => (i >= 500 && i < 600 ? null : i % 10));
    values[123] = 99;
    values[777] = -99;
    const kept = thinOut(values, 0.05);
    expect(kept.length).toBeLessThan(250);
    expect(kept).toEqual(kept.toSorted((a, b) => a - b));
    expect(kept).toEqual(expect.arrayContaining([123, 777]));
    expect(kept.some((index) => values[index] === null)).toBe(true);
    expect(thinOut(values, 1)).toHaveLength(1000);
  });

  it('of sums begin at zero', () => {
    const series = [{ name: 'Heard', values: [90, 95, 100] }];
    const options = { steps, series, measure: plays, height: 300, inverted: false };
    const picture = drawLines(options)(canvas);
    expect(textsOf(picture)).toContain('0');
    expect(300 - 22 - picture.readings.at(0).y).toBeGreaterThan(200);
  });
});

describe('the calendar', () => {
  const year = (weekStart: 1 | 7) =>
    drawCalendar({
      firstDay: dayNumber(2023, 11, 30),
      values: new Float64Array(400).fill(HOUR),
      measure: durations,
      weekStart,
    })(canvas);

  it('puts a day below the day before, and a week beside the week before', () => {
    const { at } = year(1).readings;
    const monday = dayNumber(2024, 1, 26) - dayNumber(2023, 11, 30);
    expect(at(monday).title).toBe('Monday, 26 February 2024');
    expect(at(monday + 1).x).toBe(at(monday).x);
    expect(at(monday + 1).y).toBeGreaterThan(at(monday).y);
    expect(at(monday + 7).x).toBeGreaterThan(at(monday).x);
    expect(at(monday + 7).y).toBe(at(monday).y);
    expect(at(monday - 1).x).toBeLessThan(at(monday).x);
  });

  it('begins the week where the reader’s country does', () => {
    const { at } = year(7).readings;
    const sunday = dayNumber(2024, 1, 25) - dayNumber(2023, 11, 30);
    expect(at(sunday + 1).x).toBe(at(sunday).x);
    expect(textsOf(year(7))).toContain('Sun');
    expect(textsOf(year(7))).not.toContain('Mon');
  });

  it('has the 29th of February, and the newest year on top', () => {
    const { at } = year(1).readings;
    const leap = dayNumber(2024, 1, 29) - dayNumber(2023, 11, 30);
    expect(at(leap).title).toBe('Thursday, 29 February 2024');
    expect(at(398).y).toBeLessThan(at(0).y);
  });

  it('shows a year in two rows where one would make days too small to touch', () => {
    const picture = drawCalendar({
      firstDay: dayNumber(2024, 0, 1),
      values: new Float64Array(366).fill(HOUR),
      measure: durations,
      weekStart: 1,
    })({ width: 318, textWidth: canvas.textWidth });
    const { at, find } = picture.readings;
    expect(at(7).x - at(0).x).toBeGreaterThan(9);
    for (const day of [0, 188, 189, 195, 365])
      expect(find(at(day).x, at(day).y + 1), `day ${day}`).toBe(day);
    // The second row begins below the first, at the left again.
    expect(at(189).x).toBe(at(0).x);
    expect(at(189).y).toBeGreaterThan(at(6).y);
    expect(Math.max(...Array.from({ length: 366 }, (_, day) => at(day).x))).toBeLessThan(318);
  });

  it('hatches days without a record, and shows what was heard in a gap nonetheless', () => {
    const picture = drawCalendar({
      firstDay: dayNumber(2024, 0, 1),
      values: [0, 0, HOUR],
      covered: [1, 0, 0],
      measure: durations,
      weekStart: 1,
    })(canvas);
    expect(filled(picture, 'hatch').split('M')).toHaveLength(2);
    expect(said(picture, 0)).toBe('Monday, 1 January 2024: 0 min');
    expect(said(picture, 1)).toBe('Tuesday, 2 January 2024: not recorded');
    expect(said(picture, 2)).toBe('Wednesday, 3 January 2024: at least 1 h');
  });
});
