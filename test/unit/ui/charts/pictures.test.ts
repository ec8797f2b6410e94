/** What holds for every chart, whatever its data: nothing is drawn wrong, and every value is found. */
import { beforeEach, describe, expect, it } from 'vitest';
import { drawBars } from '../../../../lib/ui/charts/bar-picture.ts';
import { drawCalendar } from '../../../../lib/ui/charts/calendar-picture.ts';
import { drawColumns } from '../../../../lib/ui/charts/column-picture.ts';
import { drawHours } from '../../../../lib/ui/charts/hours-picture.ts';
import { drawLines } from '../../../../lib/ui/charts/line-picture.ts';
import { durations, plays, ranks } from '../../../../lib/ui/charts/measure.ts';
import { drawPanels } from '../../../../lib/ui/charts/panels-picture.ts';
import type { Draw, Picture } from '../../../../lib/ui/charts/picture.ts';
import { drawParts } from '../../../../lib/ui/charts/part-picture.ts';
import { drawStacks } from '../../../../lib/ui/charts/stack-picture.ts';
import { monthStep } from '../../../../lib/ui/charts/steps.ts';
import { speakEnglish } from '../english.ts';
import { textWidth } from './type-widths.ts';

beforeEach(() => speakEnglish());

const HOUR = 3_600_000;
const LONG = 'A title that does not end '.repeat(12);

const steps = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ ...monthStep(500 + i), covered: i % 7 !== 3 }));
const columns = (count: number) =>
  steps(count).map(({ label, covered }, i) => ({ label, covered, value: ((i * 7) % 11) * HOUR }));

/** Each with so many values. */
const CHARTS: Record<string, (count: number) => NonNullable<Draw>> = {
  bars: (count) => {
    const rows = Array.from({ length: count }, (_, i) => ({ name: LONG, value: count - i }));
    return drawBars({ rows, measure: plays, most: 50 });
  },
  parts: (count) =>
    drawParts({
      rows: Array.from({ length: count }, (_, i) => ({ name: LONG, values: [i, 1, 3] })),
      parts: [
        { name: 'A', ink: 'accent' },
        { name: 'B', ink: 'heat-2' },
        { name: LONG, ink: 'cat-other' },
      ],
      measure: plays,
      most: 50,
    }),
  columns: (count) => drawColumns({ columns: columns(count), measure: durations, height: 260 }),
  stacks: (count) =>
    drawStacks({
      columns: steps(count).map((step, i) => Object.assign(step, { values: [i, 2 * i, 3] })),
      series: [{ name: LONG }, { name: 'B' }, { name: 'Rest', other: true }],
      measure: plays,
      height: 320,
    }),
  lines: (count) =>
    drawLines({
      steps: steps(count),
      series: [
        { name: LONG, values: Array.from({ length: count }, (_, i) => (i % 5 ? i : null)) },
        { name: 'B', values: Array.from({ length: count }, (_, i) => i / 2) },
      ],
      measure: plays,
      height: 300,
      inverted: false,
    }),
  ranks: (count) =>
    drawLines({
      steps: steps(count),
      series: [{ name: 'A', values: Array.from({ length: count }, (_, i) => 1 + (i % 20)) }],
      measure: ranks,
      height: 300,
      inverted: true,
    }),
  calendar: (count) =>
    drawCalendar({
      firstDay: 14_000,
      values: Float64Array.from({ length: count }, (_, i) => (i % 9) * HOUR),
      covered: Uint8Array.from({ length: count }, (_, i) => (i % 40 < 30 ? 1 : 0)),
      measure: durations,
      weekStart: 1,
    }),
  hours: () =>
    drawHours({
      values: Array.from({ length: 7 }, (_, day) => Array.from({ length: 24 }, (_h, i) => i * day)),
      measure: plays,
      weekStart: 7,
    }),
  panels: (count) =>
    drawPanels({
      panels: ['A', 'B', 'C', LONG].map((name) => ({ name, columns: columns(count) })),
      measure: durations,
      height: 180,
    }),
};

const WIDTHS = [280, 700, 1100];
const COUNTS = [1, 30, 400];

const CASES = Object.entries(CHARTS).flatMap(([name, make]) =>
  COUNTS.flatMap((count) => WIDTHS.map((width) => ({ name, make, count, width }))),
);

describe.each(CASES)('$name of $count at $width px', ({ make, count, width }) => {
  let picture: Picture;
  beforeEach(() => {
    picture = make(count)({ width, textWidth });
  });

  it('draws no shape outside, and none that is not a number', () => {
    const { marks, height } = picture;
    expect(height).toBeGreaterThan(0);
    expect(marks.flatMap(numbersOf).every(Number.isFinite)).toBe(true);
    for (const mark of marks) {
      if (mark.kind !== 'text') continue;
      const long = textWidth(mark.text, mark.size);
      const left = { start: 0, middle: long / 2, end: long }[mark.anchor ?? 'start'];
      // Isolating marks count as letters of these typewriter widths.
      expect(mark.x - left).toBeGreaterThanOrEqual(-10);
      expect(mark.x - left + long).toBeLessThanOrEqual(width + 20);
      expect(mark.y).toBeLessThanOrEqual(height);
    }
  });

  it('is cut on paper between texts, never through one', () => {
    const { marks, height, cuts = [] } = picture;
    expect(cuts).toEqual(cuts.toSorted((a, b) => a - b));
    for (const cut of cuts) {
      expect(cut).toBeGreaterThan(0);
      expect(cut).toBeLessThan(height);
      for (const mark of marks) {
        if (mark.kind !== 'text') continue;
        expect(mark.y <= cut || mark.y - mark.size >= cut - 1).toBe(true);
      }
    }
  });

  it('finds each value where it stands, and says it in words', () => {
    const { readings } = picture;
    expect(readings.start).toBeLessThan(readings.count);
    const every = Math.max(1, Math.floor(readings.count / 40));
    for (let index = 0; index < readings.count; index += every) {
      const { x, y, title, lines } = readings.at(index);
      expect(title).not.toBe('');
      expect(lines.length).toBeGreaterThan(0);
      expect(readings.find(x, y + 1)).toBe(index);
    }
  });

  it('leads by keyboard from the first value to the last and back', () => {
    const { readings } = picture;
    const last = readings.count - 1;
    const first = ['PageUp', 'PageUp', 'Home'] as const;
    let index = readings.start;
    for (let i = 0; i < readings.count; i++)
      for (const key of first) index = readings.move(index, key);
    expect(index).toBe(0);
    const on = ['End', 'PageDown', 'End'] as const;
    for (const key of on) index = readings.move(index, key);
    expect(index).toBe(last);
  });
});

it('draws ten thousand values as they are', () => {
  for (const name of ['columns', 'lines', 'calendar', 'stacks'] as const) {
    const { marks, readings } = CHARTS[name]!(10_000)({ width: 700, textWidth });
    expect(readings.count).toBe(10_000);
    expect(marks.length).toBeLessThan(600);
    expect(marks.flatMap(numbersOf).every(Number.isFinite)).toBe(true);
  }
});

it.each([300, 340, 380, 420, 500])('a calendar of %i px has its months within it', (width) => {
  const { marks } = CHARTS['calendar']!(3_000)({ width, textWidth });
  const ends = marks.map((mark) =>
    mark.kind === 'text' && mark.anchor !== 'end' ? mark.x + textWidth(mark.text, mark.size) : 0,
  );
  expect(Math.max(...ends)).toBeLessThanOrEqual(width);
});

function numbersOf(mark: Picture['marks'][number]): number[] {
  if (mark.kind === 'text') return [mark.x, mark.y];
  return mark.d.split(/[A-Za-z ,]+|(?=-)/).flatMap((part) => (part === '' ? [] : [Number(part)]));
}
