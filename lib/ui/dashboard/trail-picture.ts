/** A few names and how each was heard over the same stretch of time: a row of cells or columns each. */
import { fitText } from '../charts/fit-text.ts';
import { heard } from '../charts/column-picture.ts';
import { isolate } from '../isolate.ts';
import { createHeatScale, HEAT, heatLegend } from '../charts/heat.ts';
import type { Measure } from '../charts/measure.ts';
import { moveInGrid } from '../charts/move-cursor.ts';
import type { Canvas, Mark, Picture } from '../charts/picture.ts';
import {
  axisText,
  type Box,
  column,
  levelLine,
  NORMAL,
  outline,
  rectangle,
  SMALL,
  widest,
} from '../charts/shapes.ts';
import { chooseTicks, type Step } from '../charts/steps.ts';
import { t } from '../text.ts';

export interface TrailRow {
  name: string;
  href?: string;
  /** At the end of the row, in words. */
  amount: string;
  /** One a step; null before anything could be. */
  values: readonly (number | null)[];
}

export interface TrailOptions {
  rows: readonly TrailRow[];
  /** What the values are of, oldest first. */
  steps: readonly Step[];
  /** One a step; false where the history has a gap through all of it: hatched, never zero. */
  covered: readonly boolean[];
  measure: Measure;
  /** Cells are as strong as their amount, by one scale for all; columns are tall by that of their row. */
  form: 'cells' | 'columns';
  /** A step, or a part of one (3.5), from which on is marked. */
  since?: number;
}

const AXIS = 26;
const ROW = 34;
const NARROW_ROW = 56;
/** Below this width, names stand above their rows. */
const NARROW = 560;
const TALL = 22;

export function drawTrails(options: TrailOptions): (canvas: Canvas) => Picture {
  const { rows, steps, covered, measure, form, since } = options;
  const scale = createHeatScale(
    rows.flatMap(({ values }) => values.map((value) => value ?? 0)),
    measure,
  );

  return (canvas) => {
    const { width, textWidth } = canvas;
    const narrow = width < NARROW;
    const pitch = narrow ? NARROW_ROW : ROW;
    const amountRoom = widest(
      rows.map(({ amount }) => amount),
      textWidth,
    );
    const longest = widest(
      rows.map(({ name }) => name),
      textWidth,
      NORMAL,
    );
    const left = narrow ? 0 : Math.min(width * 0.3, longest) + 16;
    const right = narrow ? width : width - amountRoom - 16;
    const wide = (right - left) / Math.max(1, steps.length);
    const gap = wide > 5 ? Math.min(3, wide * 0.22) : 0.5;
    const bottom = AXIS + rows.length * pitch;

    const placeOf = (row: number, step: number): Box => {
      const y = AXIS + row * pitch + (narrow ? 26 : (ROW - TALL) / 2);
      return { x: left + step * wide, y, width: wide - gap, height: TALL };
    };
    const boxOf = (row: number, step: number): Box => {
      const place = placeOf(row, step);
      if (form === 'cells') return place;
      const { values } = rows[row]!;
      const most = Math.max(...values.map((value) => value ?? 0));
      const value = values[step] ?? 0;
      const tall = value > 0 ? Math.max(1.5, (value / most) * TALL) : 0;
      return { ...place, y: place.y + TALL - tall, height: tall };
    };

    const ticks = chooseTicks(steps, wide, textWidth).flatMap(({ index, text }) => {
      const x = left + index * wide;
      return x + textWidth(text, SMALL) > right ? [] : [axisText(text, x, 12)];
    });
    const levels = Array.from({ length: 6 }, (): string[] => []);
    const gaps: string[] = [];
    rows.forEach(({ values }, row) => {
      values.forEach((value, step) => {
        if (value === null) return;
        if (value === 0 && !covered[step]) {
          gaps.push(rectangle(placeOf(row, step), form === 'cells' ? 2 : 0));
          return;
        }
        const level = form === 'cells' ? scale.levelOf(value) : 4;
        const box = boxOf(row, step);
        levels[level]!.push(form === 'cells' ? rectangle(box, 2) : column(box, 1));
      });
    });
    const legend = form === 'cells' ? heatLegend(scale, measure, bottom + 8, canvas) : null;
    const at = since === undefined ? null : left + since * wide;

    return {
      height: bottom + (legend ? legend.height + 8 : 0),
      cuts: rows.slice(1).map((_, row) => AXIS + (row + 1) * pitch),
      marks: [
        ...ticks,
        ...(at === null
          ? []
          : [
              {
                kind: 'path',
                d: rectangle({ x: at, y: AXIS - 4, width: right - at, height: bottom - AXIS + 4 }),
                fill: 'accent-soft',
              } as const,
            ]),
        ...rows.flatMap((row, index) => wordsOf(row, index)),
        ...(form === 'columns'
          ? rows.map((_, row) => {
              const { y } = placeOf(row, 0);
              return levelLine(left, right, y + TALL, 'line');
            })
          : []),
        ...(gaps.length > 0 ? [{ kind: 'path', d: gaps.join(''), fill: 'hatch' } as const] : []),
        ...levels.map((parts, level): Mark => ({
          kind: 'path',
          d: parts.join(''),
          fill: form === 'cells' ? HEAT[level]! : 'accent',
        })),
        ...(legend?.marks ?? []),
      ],
      readings: {
        count: rows.length * steps.length,
        start: steps.length - 1,
        at: (index) => {
          const [row, step] = [Math.floor(index / steps.length), index % steps.length];
          const { name, href, values } = rows[row]!;
          const box = placeOf(row, step);
          const value = values[step] ?? null;
          return {
            x: box.x + box.width / 2,
            y: box.y,
            title: `${isolate(name)} · ${steps[step]!.label}`,
            lines: [
              value === null
                ? { value: t('chart_no_value') }
                : heard(value, { covered: covered[step] ?? true }, measure),
            ],
            cursor: outline({ ...box, width: Math.max(2, box.width) }, 2),
            ...(href ? { href } : {}),
          };
        },
        find: (x, y) => {
          const [row, step] = [Math.floor((y - AXIS) / pitch), Math.floor((x - left) / wide)];
          if (row < 0 || row >= rows.length || step < 0 || step >= steps.length) return null;
          return row * steps.length + step;
        },
        move: (index, key) => moveInGrid(index, key, steps.length, rows.length * steps.length),
      },
    };

    function wordsOf({ name, href, amount }: TrailRow, row: number): Mark[] {
      const y = AXIS + row * pitch + (narrow ? 16 : ROW / 2 + 5);
      const room = narrow ? width - amountRoom - 16 : left - 16;
      const fitted = fitText(name, room, { textWidth, size: NORMAL });
      return [
        {
          kind: 'text',
          text: isolate(fitted.text),
          x: 0,
          y,
          size: NORMAL,
          ink: 'ink',
          ...(fitted.cut ? { full: name } : {}),
          ...(href ? { href } : {}),
        },
        { ...axisText(amount, width, y, 'end'), ink: 'ink' },
      ];
    }
  };
}
