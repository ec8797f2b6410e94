/** Every day of many years as one cell: weeks side by side, a block a year, strength by amount. */
import { formatDate } from '../format.ts';
import { heard } from './column-picture.ts';
import { createHeatScale, HEAT, heatLegend } from './heat.ts';
import type { Measure } from './measure.ts';
import { clamp } from './move-cursor.ts';
import type { Canvas, CursorKey, Mark, Picture } from './picture.ts';
import { axisText, NORMAL, outline, rectangle, SMALL } from './shapes.ts';
import { monthName } from './steps.ts';
import { placeInWeek, weekdayNames, type Weekday } from './week.ts';

const DAY_MS = 86_400_000;
/** A leap year that begins on the last day of a week. */
const WEEKS = 54;
const LARGEST_CELL = 16;
/** From this width on, many years stand in two columns. */
const WIDE = 1000;
const MANY_YEARS = 4;
const COLUMN_GAP = 40;
const YEAR_GAP = 20;
const HEAD = 34;

export interface CalendarDays {
  /** The first of the days, counted from 1970-01-01, local. */
  firstDay: number;
  /** One amount a day. */
  values: ArrayLike<number>;
  /** 0 or false where nothing was recorded; all covered when not given. */
  covered?: ArrayLike<number | boolean>;
}

interface CalendarOptions extends CalendarDays {
  measure: Measure;
  weekStart: Weekday;
}

export function drawCalendar(options: CalendarOptions): (canvas: Canvas) => Picture {
  const { firstDay, values, covered, measure, weekStart } = options;
  const count = values.length;
  const scale = createHeatScale(values, measure);
  const isCovered = (index: number) => !covered || Boolean(covered[index]);
  const years = yearsOf(firstDay, count);

  return (canvas) => {
    const { width, textWidth } = canvas;
    const columns = width >= WIDE && years.length >= MANY_YEARS ? 2 : 1;
    const rows = Math.ceil(years.length / columns);
    const weekdays = weekdayNames(weekStart, 'short');
    const dayRoom = Math.ceil(textWidth(weekdays[0]!, SMALL)) + 8;
    const blockWidth = (width - (columns - 1) * COLUMN_GAP) / columns;
    const pitch = Math.min(LARGEST_CELL, (blockWidth - dayRoom) / WEEKS);
    const cell = pitch - (pitch > 8 ? 2 : 1);
    const blockHeight = HEAD + 7 * pitch;

    /** The newest year stands first. */
    const blocks = years.toReversed().map(({ year, firstDay: january, from, to }, i) => ({
      year,
      firstDay: january,
      from,
      to,
      left: Math.floor(i / rows) * (blockWidth + COLUMN_GAP) + dayRoom,
      top: (i % rows) * (blockHeight + YEAR_GAP) + HEAD,
    }));

    const boxOf = (day: number, block: (typeof blocks)[number]) => {
      const place = day - block.firstDay + placeInWeek(block.firstDay, weekStart);
      const x = block.left + Math.floor(place / 7) * pitch;
      return { x, y: block.top + (place % 7) * pitch, width: cell, height: cell };
    };

    const levels = Array.from({ length: 6 }, (): string[] => []);
    const gaps: string[] = [];
    const labels: Mark[] = [];
    for (const block of blocks) {
      const { year, left, top } = block;
      labels.push({
        kind: 'text',
        text: String(year),
        x: left,
        y: top - 20,
        size: NORMAL,
        ink: 'ink',
        bold: true,
      });
      labels.push(...monthLabels(block));
      for (const place of [0, 3]) {
        const y = top + place * pitch + cell / 2 + 4;
        labels.push(axisText(weekdays[place]!, left - 6, y, 'end'));
      }
      for (let day = block.from; day <= block.to; day++) {
        const index = day - firstDay;
        const level = scale.levelOf(values[index]!);
        const part = rectangle(boxOf(day, block));
        // What was heard in a gap is known in part, and shown.
        if (level === 0 && !isCovered(index)) gaps.push(part);
        else levels[level]!.push(part);
      }
    }

    function monthLabels(block: (typeof blocks)[number]): Mark[] {
      let free = -Infinity;
      return Array.from({ length: 12 }, (_, month) => Date.UTC(block.year, month)).flatMap((at) => {
        const day = at / DAY_MS;
        const { x } = boxOf(day, block);
        if (x < free) return [];
        const text = monthName(at);
        free = x + textWidth(text, SMALL) + 4;
        return [axisText(text, x, block.top - 5)];
      });
    }

    const bottom = rows * (blockHeight + YEAR_GAP);
    const legend = heatLegend(scale, measure, bottom, canvas);
    return {
      height: bottom + legend.height,
      marks: [
        ...labels,
        { kind: 'path', d: gaps.join(''), fill: 'hatch' },
        ...levels.map((parts, level): Mark => ({
          kind: 'path',
          d: parts.join(''),
          fill: HEAT[level]!,
        })),
        ...legend.marks,
      ],
      readings: {
        count,
        start: count - 1,
        at: (index) => {
          const day = firstDay + index;
          const block = blocks.find(({ from, to }) => day >= from && day <= to)!;
          const box = boxOf(day, block);
          return {
            x: box.x + cell / 2,
            y: box.y,
            title: formatDate(day * DAY_MS, 'day', 'UTC'),
            lines: [heard(values[index]!, isCovered(index), measure)],
            cursor: outline(box, 2),
          };
        },
        find: (x, y) => {
          const block = blocks.find(
            ({ left, top }) =>
              x >= left && x < left + WEEKS * pitch && y >= top && y < top + 7 * pitch,
          );
          if (!block) return null;
          const place =
            Math.floor((x - block.left) / pitch) * 7 + Math.floor((y - block.top) / pitch);
          const day = block.firstDay + place - placeInWeek(block.firstDay, weekStart);
          return day >= block.from && day <= block.to ? day - firstDay : null;
        },
        move: (index, key) => moveByDays(index, key, count),
      },
    };
  };
}

interface CalendarYear {
  year: number;
  /** January 1st. */
  firstDay: number;
  /** The days of the year that there are values for. */
  from: number;
  to: number;
}

function yearsOf(firstDay: number, count: number): CalendarYear[] {
  if (count === 0) return [];
  const lastDay = firstDay + count - 1;
  const [first, last] = [firstDay, lastDay].map((day) => new Date(day * DAY_MS).getUTCFullYear());
  return Array.from({ length: last! - first! + 1 }, (_, i) => {
    const year = first! + i;
    const january = Date.UTC(year, 0) / DAY_MS;
    const next = Date.UTC(year + 1, 0) / DAY_MS;
    return {
      year,
      firstDay: january,
      from: Math.max(firstDay, january),
      to: Math.min(lastDay, next - 1),
    };
  });
}

/** Up and down by a day, to the sides by a week, Page keys by a year of whole weeks. */
function moveByDays(index: number, key: CursorKey, count: number): number {
  const steps: Record<CursorKey, number> = {
    ArrowUp: -1,
    ArrowDown: 1,
    ArrowLeft: -7,
    ArrowRight: 7,
    PageUp: -364,
    PageDown: 364,
    Home: -count,
    End: count,
  };
  return clamp(index + steps[key], count);
}
