/** Columns over time: months, days, years or release years, each as tall as its amount. */
import { t } from '../text.ts';
import { isolate } from '../isolate.ts';
import type { Measure } from './measure.ts';
import { moveInRow } from './move-cursor.ts';
import type { Canvas, Mark, Picture, ReadingLine } from './picture.ts';
import { axisText, column, levelLine, outline } from './shapes.ts';
import { columnIn, hatchGaps, layOutPlot, type TimeStep } from './time-plot.ts';

export interface Column extends TimeStep {
  value: number;
  /** Read in place of a value where there can be none, such as in a year that has not begun. */
  instead?: string;
  /** Drawn faint, being only a part of what others are; read in place of the bare amount. */
  faint?: (amount: string) => string;
}

interface ColumnOptions {
  columns: readonly Column[];
  measure: Measure;
  height: number;
  /** Drawn as a line over each column, where there is one to compare with. */
  before?: { name: string; values: readonly (number | null)[] };
}

/** How a faint column is painted. */
export const FAINT = { fill: 'accent-soft', stroke: 'accent', strokeWidth: 1 } as const;

/** Whatever was heard is seen. */
const LEAST = 1.5;

export function drawColumns(options: ColumnOptions): (canvas: Canvas) => Picture {
  const { columns, measure, height, before } = options;
  const values = columns.map(({ value }) => value);
  const max = highest([...values, ...(before?.values ?? []).map((value) => value ?? 0)]);

  return (canvas) => {
    const plot = layOutPlot(canvas, { steps: columns, measure, max, height });
    const boxOf = (index: number) => {
      const tall = tallness(values[index]!);
      return { ...columnIn(plot, index), y: plot.bottom - tall, height: tall };
    };
    const tallness = (value: number) =>
      value > 0 ? Math.max(LEAST, plot.bottom - plot.y(value)) : 0;

    const drawn = plot.pitch < 1 ? peaks(values, plot.pitch) : values.map((_, index) => index);
    const shapes = (isFaint: boolean) =>
      drawn
        .filter((index) => values[index]! > 0 && (columns[index]!.faint !== undefined) === isFaint)
        .map((index) => {
          const box = boxOf(index);
          return column(plot.pitch < 1 ? { ...box, width: 1 } : box, 2);
        })
        .join('');
    const marksBefore = (before?.values ?? []).flatMap((value, index) => {
      if (value === null) return [];
      const { x, width } = boxOf(index);
      return [`M${x} ${plot.y(value)}h${width}`];
    });

    const named = before ? legend(before.name, height) : [];
    return {
      height: height + (before ? 24 : 0),
      marks: [
        ...named,
        ...plot.axes,
        ...hatchGaps(columns, plot, (index) => boxOf(index).y),
        { kind: 'path', d: shapes(true), ...FAINT },
        { kind: 'path', d: shapes(false), fill: 'accent' },
        ...(marksBefore.length > 0
          ? [{ kind: 'path', d: marksBefore.join(''), stroke: 'ink', strokeWidth: 1.5 } as const]
          : []),
        levelLine(plot.left, plot.right, plot.bottom, 'line-strong'),
      ],
      readings: {
        count: columns.length,
        start: columns.length - 1,
        at: (index) => {
          const { label, value, faint } = columns[index]!;
          const box = boxOf(index);
          const earlier = before?.values[index];
          return {
            x: box.x + box.width / 2,
            y: box.y,
            title: label,
            lines: [
              faint
                ? { value: faint(measure.format(value)) }
                : heard(value, columns[index]!, measure),
              ...(before && typeof earlier === 'number'
                ? [{ name: before.name, value: measure.format(earlier) }]
                : []),
            ],
            cursor: outline({ ...box, width: Math.max(2, box.width) }),
          };
        },
        find: (x) => plot.stepAt(x),
        move: (index, key) => moveInRow(index, key, columns.length, 12),
      },
    };
  };
}

/** What the lines over the columns are, below them. */
function legend(name: string, top: number): Mark[] {
  return [
    { kind: 'path', d: `M0 ${top + 11}h14`, stroke: 'ink', strokeWidth: 1.5 },
    axisText(isolate(name), 20, top + 15),
  ];
}

/** An amount in words, with what a gap makes of it. */
export function heard(
  value: number,
  { covered, partly = false }: Pick<TimeStep, 'covered' | 'partly'>,
  measure: Measure,
): ReadingLine {
  const text = measure.format(value);
  if (covered) return { value: partly ? t('spark_part_of_it', text) : text };
  return { value: value > 0 ? t('spark_partly_covered', text) : t('spark_not_covered') };
}

/** Of an array of any length, 0 when it has nothing above. */
export function highest(values: ArrayLike<number>): number {
  let most = 0;
  for (let i = 0; i < values.length; i++) most = Math.max(most, values[i]!);
  return most;
}

/** More columns than pixels: of those that share one, the tallest is drawn. */
function peaks(values: readonly number[], pitch: number): number[] {
  const highestAt = new Map<number, number>();
  values.forEach((value, index) => {
    const pixel = Math.floor(index * pitch);
    const other = highestAt.get(pixel);
    if (other === undefined || values[other]! < value) highestAt.set(pixel, index);
  });
  return [...highestAt.values()];
}
