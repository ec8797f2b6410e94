/** Lines over time: what added up, or a rank with the first place on top. */
import { area, curveLinear, curveMonotoneX, line } from 'd3-shape';
import { t } from '../text.ts';
import { isolate } from '../isolate.ts';
import type { Measure } from './measure.ts';
import { moveInRow } from './move-cursor.ts';
import type { Canvas, Ink, Mark, Picture, ReadingLine } from './picture.ts';
import { labelRoom, labelsBelow, labelsBeside } from './series-labels.ts';
import { circle, levelLine } from './shapes.ts';
import { seriesInk } from './stack-picture.ts';
import { hatchGaps, layOutPlot, type TimeStep } from './time-plot.ts';

export interface LineSeries {
  name: string;
  href?: string;
  /** One value a step; null where there is none: the line is broken. */
  values: readonly (number | null)[];
}

interface LineOptions {
  steps: readonly TimeStep[];
  series: readonly LineSeries[];
  measure: Measure;
  height: number;
  /** Ranks: 1 on top. */
  inverted: boolean;
}

export function drawLines(options: LineOptions): (canvas: Canvas) => Picture {
  const { steps, measure, height, inverted } = options;
  const alone = options.series.length === 1;
  const inkOf = (index: number): Ink => (alone ? 'accent' : seriesInk(index));
  const series = options.series.map((one, index) => ({ ...one, ink: inkOf(index) }));
  let max = 0;
  for (const { values } of series) for (const value of values) max = Math.max(max, value ?? 0);

  return (canvas) => {
    const { width, textWidth } = canvas;
    const rightRoom = alone ? 0 : labelRoom(series, canvas);
    const plot = layOutPlot(canvas, { steps, measure, max, height, rightRoom, inverted });
    const middle = (index: number) => plot.x(index) + plot.pitch / 2;

    // Between two places there is no other that was held.
    const curve = inverted ? curveLinear : curveMonotoneX;
    const path = line<number>().x(middle).curve(curve).digits(1);
    const below = area<number>().x(middle).y0(plot.bottom).curve(curve).digits(1);
    const grounds: Mark[] = [];
    const lines = series.flatMap(({ values, ink }): Mark[] => {
      const y = (index: number) => plot.y(values[index] ?? 0);
      const isKnown = (index: number) => typeof values[index] === 'number';
      const points = thinOut(values, plot.pitch);
      const d = below.defined(isKnown).y1(y)(points) ?? '';
      if (alone && !inverted) grounds.push({ kind: 'path', d, fill: 'accent-soft' });
      const dots = lonePoints(values).map((index) => circle(middle(index), y(index), 3));
      return [
        { kind: 'path', d: path.defined(isKnown).y(y)(points) ?? '', stroke: ink, strokeWidth: 2 },
        { kind: 'path', d: dots.join(''), fill: ink },
      ];
    });
    const named = series.flatMap((one) => {
      const last = one.values.findLast((value) => value !== null);
      return typeof last === 'number' ? [{ ...one, y: plot.y(last) }] : [];
    });
    const beneath = labelsBelow(alone || rightRoom > 0 ? [] : series, height + 8, canvas);
    const beside = { x: plot.right + 10, top: plot.top, bottom: plot.bottom - 6, right: width };

    return {
      height: height + (beneath.height > 0 ? beneath.height + 8 : 0),
      marks: [
        ...grounds,
        ...hatchGaps(steps, plot),
        ...plot.axes,
        ...lines,
        ...(inverted ? [] : [levelLine(plot.left, plot.right, plot.bottom, 'line-strong')]),
        ...(rightRoom > 0 ? labelsBeside(named, beside, textWidth) : beneath.marks),
      ],
      readings: {
        count: steps.length,
        start: steps.length - 1,
        at: (index) => {
          const { label, covered } = steps[index]!;
          const known = series.flatMap(({ name, values, ink }) => {
            const value = values[index];
            return typeof value === 'number' ? [{ name, value, ink, y: plot.y(value) }] : [];
          });
          const x = middle(index);
          return {
            x,
            y: Math.min(plot.bottom, ...known.map(({ y }) => y)),
            title: label,
            lines: known.length > 0 ? known.map(toLine) : [{ value: emptyText(covered) }],
            cursor: [
              { kind: 'path', d: `M${x} ${plot.top}V${plot.bottom}`, stroke: 'line-strong' },
              ...known.map(({ y, ink }): Mark => ({
                kind: 'path',
                d: circle(x, y, 4.5),
                fill: ink,
                stroke: 'surface',
                strokeWidth: 2,
              })),
            ],
          };
        },
        find: (x) => plot.stepAt(x),
        move: (index, key) => moveInRow(index, key, steps.length, 12),
      },
    };

    function toLine({ name, value, ink }: { name: string; value: number; ink: Ink }): ReadingLine {
      const text = measure.format(value);
      return alone ? { value: text } : { name: isolate(name), value: text, ink };
    }
  };
}

function emptyText(covered: boolean): string {
  return t(covered ? 'chart_no_value' : 'spark_not_covered');
}

/** Values that no line reaches, because both neighbours are missing. */
function lonePoints(values: readonly (number | null)[]): number[] {
  const has = (index: number) => typeof values[index] === 'number';
  return values.flatMap((_, i) => (has(i) && !has(i - 1) && !has(i + 1) ? [i] : []));
}

/**
 * The steps a line is drawn through: all of them, or of those that share a pixel the lowest and
 * the highest, which is all that would be seen.
 */
export function thinOut(values: readonly (number | null)[], pitch: number): number[] {
  const all = values.map((_, index) => index);
  const together = Math.floor(1 / pitch);
  if (together < 3) return all;
  const kept: number[] = [];
  for (let from = 0; from < values.length; from += together) {
    const known = all.slice(from, from + together).filter((index) => values[index] !== null);
    // Without any, the line is broken here.
    let [low, high] = [known[0] ?? from, known[0] ?? from];
    for (const index of known) {
      if (values[index]! < values[low]!) low = index;
      if (values[index]! > values[high]!) high = index;
    }
    kept.push(...new Set([Math.min(low, high), Math.max(low, high)]));
  }
  return kept;
}
