/** Columns over time, each stacked by the same few categories and what is left over. */
import { t } from '../text.ts';
import { heard, highest } from './column-picture.ts';
import { isolate } from '../isolate.ts';
import type { Measure } from './measure.ts';
import { moveInRow } from './move-cursor.ts';
import type { Canvas, Ink, Mark, Picture, ReadingLine } from './picture.ts';
import { labelRoom, labelsBelow, labelsBeside } from './series-labels.ts';
import { levelLine, outline, rectangle } from './shapes.ts';
import { columnIn, hatchGaps, layOutPlot, type TimeStep } from './time-plot.ts';

export interface StackedColumn extends TimeStep {
  /** One amount a series, in their order. */
  values: readonly number[];
}

export interface Series {
  name: string;
  href?: string;
  /** All that is not in the others: last, in grey. */
  other?: boolean;
}

interface StackOptions {
  columns: readonly StackedColumn[];
  series: readonly Series[];
  measure: Measure;
  height: number;
}

const CATEGORIES: readonly Ink[] = ['cat-1', 'cat-2', 'cat-3', 'cat-4', 'cat-5', 'cat-6', 'cat-7'];

/** The colour of a series by its place; what comes after the seventh is as grey as the rest. */
export function seriesInk(index: number, other = false): Ink {
  return (other ? null : CATEGORIES[index]) ?? 'cat-other';
}

export function drawStacks(options: StackOptions): (canvas: Canvas) => Picture {
  const { columns, measure, height } = options;
  const series = options.series.map((one, index) => ({ ...one, ink: seriesInk(index, one.other) }));
  const totals = columns.map(({ values }) => values.reduce((sum, value) => sum + value, 0));
  const max = highest(totals);

  return (canvas) => {
    const { width, textWidth } = canvas;
    const rightRoom = labelRoom(series, canvas);
    const plot = layOutPlot(canvas, { steps: columns, measure, max, height, rightRoom });
    /** A hair of the ground between two categories, where there is room for one. */
    const hair = plot.pitch < 4 ? 0 : 1;

    const shapes = series.map((): string[] => []);
    columns.forEach(({ values }, index) => {
      const { x, width: wide } = columnIn(plot, index);
      let below = 0;
      values.forEach((value, at) => {
        if (value <= 0) return;
        const [from, to] = [plot.y(below), plot.y(below + value)];
        below += value;
        const tall = Math.max(0.5, from - to - (from - to > 3 ? hair : 0));
        shapes[at]?.push(rectangle({ x, y: to + (from - to - tall), width: wide, height: tall }));
      });
    });

    /** The middle of a series in the last column that has music, where its name stands beside. */
    const last = totals.findLastIndex((total) => total > 0);
    const named = series.map((one, at) => {
      const values = columns[last]?.values ?? [];
      const below = values.slice(0, at).reduce((sum, value) => sum + value, 0);
      return { ...one, y: plot.y(below + (values[at] ?? 0) / 2) };
    });
    const beneath = labelsBelow(rightRoom > 0 ? [] : series, height + 8, canvas);

    const marks: Mark[] = [
      ...plot.axes,
      ...hatchGaps(columns, plot, (index) => plot.y(totals[index]!)),
      ...shapes.map((parts, at): Mark => ({
        kind: 'path',
        d: parts.join(''),
        fill: series[at]!.ink,
      })),
      levelLine(plot.left, plot.right, plot.bottom, 'line-strong'),
      ...(rightRoom > 0
        ? labelsBeside(
            named,
            { x: plot.right + 10, top: plot.top, bottom: plot.bottom - 6, right: width },
            textWidth,
          )
        : beneath.marks),
    ];
    return {
      height: height + (beneath.height > 0 ? beneath.height + 8 : 0),
      marks,
      readings: {
        count: columns.length,
        start: columns.length - 1,
        at: (index) => {
          const { label, values } = columns[index]!;
          const box = columnIn(plot, index);
          const y = plot.y(totals[index]!);
          const parts = values.flatMap((value, at): ReadingLine[] => {
            const one = series[at];
            if (!one || value <= 0) return [];
            return [{ name: isolate(one.name), value: measure.format(value), ink: one.ink }];
          });
          return {
            x: box.x + box.width / 2,
            y,
            title: label,
            // The topmost part first, as it stands.
            lines: [
              { name: t('chart_together'), ...heard(totals[index]!, columns[index]!, measure) },
              ...parts.toReversed(),
            ],
            cursor: outline({ ...box, y, height: plot.bottom - y }),
          };
        },
        find: (x) => plot.stepAt(x),
        move: (index, key) => moveInRow(index, key, columns.length, 12),
      },
    };
  };
}
