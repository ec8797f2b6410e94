/** Ranked bars: one a row, with its name before it and its amount at its end. */
import { t } from '../text.ts';
import { formatNumber } from '../format.ts';
import { highest } from './column-picture.ts';
import { fitText } from './fit-text.ts';
import { isolate } from '../isolate.ts';
import type { Measure } from './measure.ts';
import { moveInRow } from './move-cursor.ts';
import type { Canvas, Mark, Picture } from './picture.ts';
import { axisText, bar, NORMAL, outline, SMALL, widest } from './shapes.ts';

export interface BarRow {
  name: string;
  /** Said after the name, in muted type: an artist, a year. */
  detail?: string;
  value: number;
  /** Where the name leads. */
  href?: string;
}

interface BarOptions {
  rows: readonly BarRow[];
  measure: Measure;
  /** What the values measure at the end of the bars is more than the bars need to say. */
  most: number;
}

const ROW = 34;
const NARROW_ROW = 46;
const THICK = 14;
const LEAST = 1.5;
/** Below this width, names stand above their bars. */
const NARROW = 520;

export function drawBars({ rows, measure, most }: BarOptions): (canvas: Canvas) => Picture {
  const shown = rows.slice(0, most);
  const max = highest(shown.map(({ value }) => value));
  const hidden = rows.length - shown.length;

  return ({ width, textWidth }) => {
    const narrow = width < NARROW;
    const pitch = narrow ? NARROW_ROW : ROW;
    const amounts = shown.map(({ value }) => measure.format(value));
    const amountRoom = widest(amounts, textWidth, SMALL) + 10;
    const names = shown.map(({ name, detail }) => (detail ? `${name}  ${detail}` : name));
    const nameRoom = narrow ? 0 : Math.min(width * 0.38, widest(names, textWidth, NORMAL) + 16);
    const longest = Math.max(20, width - nameRoom - amountRoom);

    const boxOf = (index: number) => {
      const value = shown[index]!.value;
      const long = value > 0 && max > 0 ? Math.max(LEAST, (value / max) * longest) : 0;
      const y = index * pitch + (narrow ? 24 : (pitch - THICK) / 2);
      return { x: nameRoom, y, width: long, height: THICK };
    };

    const texts = shown.flatMap((row, index): Mark[] => {
      const box = boxOf(index);
      const baseline = narrow ? index * pitch + 16 : box.y + THICK - 2.5;
      return [
        ...nameMarks(row, baseline, narrow ? width : nameRoom - 12),
        {
          ...axisText(amounts[index]!, box.x + box.width + 8, box.y + THICK - 3),
          ink: 'ink',
        },
      ];
    });

    function nameMarks(row: BarRow, y: number, room: number): Mark[] {
      const name = fitText(row.name, room, { textWidth, size: NORMAL });
      const long = textWidth(name.text, NORMAL);
      const left = room - long - 8;
      const detail =
        row.detail && !name.cut && left > 24
          ? fitText(row.detail, left, { textWidth, size: SMALL })
          : null;
      return [
        {
          kind: 'text',
          text: isolate(name.text),
          x: 0,
          y,
          size: NORMAL,
          ink: 'ink',
          ...(name.cut ? { full: row.name } : {}),
          ...(row.href ? { href: row.href } : {}),
        },
        ...(detail && detail.text.length > 1
          ? [{ ...axisText(isolate(detail.text), long + 8, y) }]
          : []),
      ];
    }

    const bars = shown.map((_, index) => bar(boxOf(index), 3)).join('');
    const more: Mark[] =
      hidden > 0
        ? [axisText(t('chart_more_rows', formatNumber(hidden)), 0, shown.length * pitch + 18)]
        : [];
    return {
      height: shown.length * pitch + (hidden > 0 ? 28 : 0),
      cuts: shown.slice(1).map((_, i) => (i + 1) * pitch),
      marks: [{ kind: 'path', d: bars, fill: 'accent' }, ...texts, ...more],
      readings: {
        count: shown.length,
        start: 0,
        at: (index) => {
          const { name, detail, value, href } = shown[index]!;
          const box = boxOf(index);
          return {
            x: box.x + Math.max(8, box.width / 2),
            y: box.y,
            title: detail ? `${isolate(name)} · ${isolate(detail)}` : isolate(name),
            lines: [{ value: measure.format(value) }],
            cursor: outline({ ...box, width: Math.max(2, box.width) }),
            ...(href ? { href } : {}),
          };
        },
        find: (_, y) => {
          const index = Math.floor(y / pitch);
          return index >= 0 && index < shown.length ? index : null;
        },
        move: (index, key) => moveInRow(index, key, shown.length),
      },
    };
  };
}
