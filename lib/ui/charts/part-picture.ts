/** Wholes and their parts: one bar a row, all as long, so that what is compared is the share. */
import { formatPercent } from '../format.ts';
import { isolate } from '../isolate.ts';
import { t } from '../text.ts';
import { fitText } from './fit-text.ts';
import type { Measure } from './measure.ts';
import { moveInRow } from './move-cursor.ts';
import type { Canvas, Ink, Mark, Picture } from './picture.ts';
import { labelsBelow } from './series-labels.ts';
import { axisText, NORMAL, outline, rectangle, SMALL, widest } from './shapes.ts';

export interface PartRow {
  name: string;
  /** Where the name leads. */
  href?: string;
  /** One amount a part, in their order; together above zero. */
  values: readonly number[];
}

/** What each row is divided into, from the left. */
export interface Part {
  name: string;
  ink: Ink;
}

interface PartOptions {
  rows: readonly PartRow[];
  parts: readonly Part[];
  measure: Measure;
  /** More rows are counted, not drawn. */
  most: number;
}

const ROW = 34;
const NARROW_ROW = 50;
const THICK = 16;
/** Below this width, names stand above their bars. */
const NARROW = 520;
const HAIR = 1.5;

/** At the end of each bar stands the share of the first part. */
export function drawParts({
  rows,
  parts,
  measure,
  most,
}: PartOptions): (canvas: Canvas) => Picture {
  const shown = rows.slice(0, most);
  const hidden = rows.length - shown.length;
  const totals = shown.map(({ values }) => values.reduce((sum, value) => sum + value, 0));

  return (canvas) => {
    const { width, textWidth } = canvas;
    const narrow = width < NARROW;
    const pitch = narrow ? NARROW_ROW : ROW;
    const shares = shown.map(({ values }, i) => formatPercent(values[0]! / totals[i]!));
    const shareRoom = widest(shares, textWidth, SMALL) + 10;
    const nameRoom = narrow
      ? 0
      : Math.min(
          width * 0.38,
          widest(
            shown.map(({ name }) => name),
            textWidth,
            NORMAL,
          ) + 16,
        );
    const long = Math.max(20, width - nameRoom - shareRoom);
    const legend = labelsBelow(parts, 0, canvas);
    const top = legend.height + 8;

    const boxOf = (index: number) => ({
      x: nameRoom,
      y: top + index * pitch + (narrow ? 26 : (pitch - THICK) / 2),
      width: long,
      height: THICK,
    });

    const shapes = parts.map((): string[] => []);
    shown.forEach(({ values }, index) => {
      const box = boxOf(index);
      let x = box.x;
      values.forEach((value, at) => {
        const wide = (value / totals[index]!) * long;
        if (wide > 0) shapes[at]!.push(rectangle({ ...box, x, width: Math.max(1, wide - HAIR) }));
        x += wide;
      });
    });

    const texts = shown.flatMap(({ name, href }, index): Mark[] => {
      const box = boxOf(index);
      const fitted = fitText(name, narrow ? width : nameRoom - 12, { textWidth, size: NORMAL });
      return [
        {
          kind: 'text',
          text: isolate(fitted.text),
          x: 0,
          y: narrow ? box.y - 8 : box.y + THICK - 3.5,
          size: NORMAL,
          ink: 'ink',
          ...(fitted.cut ? { full: name } : {}),
          ...(href ? { href } : {}),
        },
        { ...axisText(shares[index]!, box.x + long + 8, box.y + THICK - 4), ink: 'ink' },
      ];
    });

    const bottom = top + shown.length * pitch;
    return {
      height: bottom + (hidden > 0 ? 28 : 4),
      cuts: shown.slice(1).map((_, i) => top + (i + 1) * pitch),
      marks: [
        ...legend.marks,
        ...shapes.map((d, at): Mark => ({ kind: 'path', d: d.join(''), fill: parts[at]!.ink })),
        ...texts,
        ...(hidden > 0
          ? [axisText(t('chart_more_rows', measure.short(hidden)), 0, bottom + 18)]
          : []),
      ],
      readings: {
        count: shown.length,
        start: 0,
        at: (index) => {
          const { name, values, href } = shown[index]!;
          const box = boxOf(index);
          return {
            x: box.x + box.width / 2,
            y: box.y,
            title: isolate(name),
            lines: parts.map((part, at) => ({
              name: part.name,
              value: t(
                'chart_part_of',
                measure.format(values[at]!),
                formatPercent(values[at]! / totals[index]!),
              ),
              ink: part.ink,
            })),
            cursor: outline(box),
            ...(href ? { href } : {}),
          };
        },
        find: (_, y) => {
          const index = Math.floor((y - top) / pitch);
          return index >= 0 && index < shown.length ? index : null;
        },
        move: (index, key) => moveInRow(index, key, shown.length),
      },
    };
  };
}
