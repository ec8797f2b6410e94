/** The week as a clock: a row a day, a cell an hour, strength by amount. */
import { formatDate } from '../format.ts';
import { t } from '../text.ts';
import { heard } from './column-picture.ts';
import { createHeatScale, HEAT, heatLegend } from './heat.ts';
import type { Measure } from './measure.ts';
import { moveInGrid } from './move-cursor.ts';
import type { Canvas, Mark, Picture } from './picture.ts';
import { axisText, outline, rectangle, widest } from './shapes.ts';
import { weekdayNames, type Weekday } from './week.ts';

interface HoursOptions {
  /** By weekday, Monday first, and hour of the local clock. */
  values: readonly ArrayLike<number>[];
  measure: Measure;
  weekStart: Weekday;
  /** By weekday, Monday first; false where none of them was recorded: hatched, never zero. */
  recorded?: readonly boolean[];
}

const HOURS = 24;
const HOUR_MS = 3_600_000;
const ROW = 30;
const HEAD = 22;

export function drawHours({
  values,
  measure,
  weekStart,
  recorded,
}: HoursOptions): (canvas: Canvas) => Picture {
  const days = Array.from({ length: 7 }, (_, i) => values[(weekStart - 1 + i) % 7] ?? []);
  const scale = createHeatScale(
    days.flatMap((day) => Array.from(day)),
    measure,
  );
  const isKnown = (index: number) =>
    recorded?.[(weekStart - 1 + Math.floor(index / HOURS)) % 7] ?? true;
  const amountAt = (index: number) => days[Math.floor(index / HOURS)]?.[index % HOURS] ?? 0;

  return (canvas) => {
    const { width, textWidth } = canvas;
    const names = weekdayNames(weekStart, 'short');
    const left = widest(names, textWidth) + 10;
    const pitch = (width - left) / HOURS;
    const gap = pitch > 14 ? 3 : 2;
    const boxOf = (index: number) => ({
      x: left + (index % HOURS) * pitch,
      y: HEAD + Math.floor(index / HOURS) * ROW,
      width: pitch - gap,
      height: ROW - gap,
    });

    const levels = Array.from({ length: 6 }, (): string[] => []);
    const gaps: string[] = [];
    for (let index = 0; index < 7 * HOURS; index++) {
      const level = scale.levelOf(amountAt(index));
      const part = rectangle(boxOf(index), 3);
      if (level === 0 && !isKnown(index)) gaps.push(part);
      else levels[level]!.push(part);
    }

    const every = pitch * 3 > textWidth(hourName(22), 12) + 10 ? 3 : 6;
    const hours = Array.from({ length: HOURS / every }, (_, i) => i * every);
    const bottom = HEAD + 7 * ROW + 8;
    const legend = heatLegend(scale, measure, bottom, canvas);
    return {
      height: bottom + legend.height,
      marks: [
        ...hours.map((hour) => axisText(hourName(hour), left + hour * pitch, HEAD - 8)),
        ...names.map((name, row) => axisText(name, 0, HEAD + row * ROW + ROW / 2 + 3)),
        ...(gaps.length > 0 ? [{ kind: 'path', d: gaps.join(''), fill: 'hatch' } as const] : []),
        ...levels.map((parts, level): Mark => ({
          kind: 'path',
          d: parts.join(''),
          fill: HEAT[level]!,
        })),
        ...legend.marks,
      ],
      readings: {
        count: 7 * HOURS,
        start: 0,
        at: (index) => {
          const box = boxOf(index);
          const hour = index % HOURS;
          const day = weekdayNames(weekStart, 'long')[Math.floor(index / HOURS)]!;
          return {
            x: box.x + box.width / 2,
            y: box.y,
            title: t('chart_hour', day, hourName(hour), hourName(hour + 1)),
            lines: [heard(amountAt(index), { covered: isKnown(index) }, measure)],
            cursor: outline(box),
          };
        },
        find: (x, y) => {
          const [hour, day] = [Math.floor((x - left) / pitch), Math.floor((y - HEAD) / ROW)];
          return hour >= 0 && hour < HOURS && day >= 0 && day < 7 ? day * HOURS + hour : null;
        },
        move: (index, key) => moveInGrid(index, key, HOURS, 7 * HOURS),
      },
    };
  };
}

/** “14:00”, as the reader writes hours. */
function hourName(hour: number): string {
  return formatDate(hour * HOUR_MS, 'time', 'UTC');
}
