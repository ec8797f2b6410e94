/** Every day of many years as one cell: weeks side by side, a block a year, strength by amount. */
import { formatDate } from '../format.ts';
import { heard } from './column-picture.ts';
import { createHeatScale, HEAT, heatLegend } from './heat.ts';
import type { Measure } from './measure.ts';
import { clamp } from './move-cursor.ts';
import type { Canvas, CursorKey, Mark, PathMark, Picture } from './picture.ts';
import { axisText, type Box, NORMAL, outline, rectangle, SMALL, widest } from './shapes.ts';
import { monthName } from './steps.ts';
import { placeInWeek, weekdayNames, type Weekday } from './week.ts';

const DAY_MS = 86_400_000;
/** A leap year that begins on the last day of a week. */
const WEEKS = 54;
/** Of days that it is not about. */
const FAINT = 0.3;
/** Half of one, in its two rows where all weeks side by side would be cells too small to touch. */
const HALF_WEEKS = 27;
const NARROW = 560;
const HALF_GAP = 20;
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
  /** Places of the first and the last day that it is about; the others are set back. */
  within?: { first: number; last: number };
}

interface CalendarOptions extends CalendarDays {
  measure: Measure;
  weekStart: Weekday;
}

export function drawCalendar(options: CalendarOptions): (canvas: Canvas) => Picture {
  const { firstDay, values, covered, within, measure, weekStart } = options;
  const count = values.length;
  const scale = createHeatScale(values, measure);
  const isCovered = (index: number) => !covered || Boolean(covered[index]);
  const isWithin = (index: number) => !within || (index >= within.first && index <= within.last);
  const years = yearsOf(firstDay, count);

  return (canvas) => {
    const { width, textWidth } = canvas;
    const columns = width >= WIDE && years.length >= MANY_YEARS ? 2 : 1;
    const rows = Math.ceil(years.length / columns);
    const weekdays = weekdayNames(weekStart, 'short');
    const dayRoom = Math.ceil(widest([weekdays[0]!, weekdays[3]!], textWidth)) + 8;
    const blockWidth = (width - (columns - 1) * COLUMN_GAP) / columns;
    const halves = width < NARROW ? 2 : 1;
    const weeks = halves === 2 ? HALF_WEEKS : WEEKS;
    const pitch = Math.min(LARGEST_CELL, (blockWidth - dayRoom) / weeks);
    const cell = pitch - (pitch > 8 ? 2 : 1);
    const halfHeight = 7 * pitch + HALF_GAP;
    const blockHeight = HEAD + 7 * pitch + (halves - 1) * halfHeight;

    /** The newest year stands first. */
    const blocks: YearBlock[] = [];
    for (const [i, year] of years.toReversed().entries()) {
      const left = Math.floor(i / rows) * (blockWidth + COLUMN_GAP) + dayRoom;
      blocks.push({ ...year, left, top: (i % rows) * (blockHeight + YEAR_GAP) + HEAD });
    }

    const boxOf = (day: number, block: YearBlock) => {
      const place = day - block.firstDay + placeInWeek(block.firstDay, weekStart);
      const week = Math.floor(place / 7);
      const x = block.left + (week % weeks) * pitch;
      const top = block.top + Math.floor(week / weeks) * halfHeight;
      return { x, y: top + (place % 7) * pitch, width: cell, height: cell };
    };

    const names = Array.from({ length: 12 }, (_, month) => monthName(Date.UTC(1970, month)));
    // All months, or one a quarter. A month is at least four weeks wide.
    const every = widest(names, textWidth) + 4 <= 4 * pitch ? 1 : 3;
    const months = names.flatMap((_, month) => (month % every === 0 ? [month] : []));

    const [shown, faint] = [emptyCells(), emptyCells()];
    const outside: string[] = [];
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
      for (let half = 0; half < halves; half++) {
        for (const place of [0, 3]) {
          const y = top + half * halfHeight + place * pitch + cell / 2 + 4;
          labels.push(axisText(weekdays[place]!, left - 6, y, 'end'));
        }
      }
      for (let day = block.firstDay; day <= block.lastDay; day++) {
        if (day < block.from || day > block.to) {
          outside.push(dot(boxOf(day, block)));
          continue;
        }
        const index = day - firstDay;
        const level = scale.levelOf(values[index]!);
        const part = rectangle(boxOf(day, block));
        // What was heard in a gap is known in part, and shown.
        const { gaps, levels } = isWithin(index) ? shown : faint;
        if (level === 0 && !isCovered(index)) gaps.push(part);
        else levels[level]!.push(part);
      }
    }

    function monthLabels(block: YearBlock): Mark[] {
      return months.map((month) => {
        const at = Date.UTC(block.year, month);
        const { x, y } = boxOf(at / DAY_MS, block);
        const row = halves === 2 && y >= block.top + halfHeight ? halfHeight : 0;
        const name = names[month]!;
        // One that begins in the last week would stand out of the picture.
        const last = block.left + weeks * pitch - Math.ceil(textWidth(name, SMALL));
        return axisText(name, Math.min(x, last), block.top + row - 5);
      });
    }

    const bottom = rows * (blockHeight + YEAR_GAP);
    const legend = heatLegend(scale, measure, bottom, canvas);
    return {
      height: bottom + legend.height,
      cuts: Array.from({ length: rows - 1 }, (_, i) => (i + 1) * (blockHeight + YEAR_GAP)),
      marks: [
        ...labels,
        { kind: 'path', d: outside.join(''), fill: 'line' },
        ...cellMarks(shown),
        ...(within ? cellMarks(faint, FAINT) : []),
        ...legend.marks,
      ],
      readings: {
        count,
        start: Math.min(count - 1, within?.last ?? Infinity),
        at: (index) => {
          const day = firstDay + index;
          const block = blocks.find(({ from, to }) => day >= from && day <= to)!;
          const box = boxOf(day, block);
          return {
            x: box.x + cell / 2,
            y: box.y,
            title: formatDate(day * DAY_MS, 'day', 'UTC'),
            lines: [heard(values[index]!, { covered: isCovered(index) }, measure)],
            cursor: outline(box, 2),
          };
        },
        find: (x, y) => {
          const block = blocks.find(
            ({ left, top }) =>
              x >= left && x < left + weeks * pitch && y >= top && y < top + blockHeight - HEAD,
          );
          if (!block) return null;
          const half = Math.floor((y - block.top) / halfHeight);
          const weekday = Math.floor((y - block.top - half * halfHeight) / pitch);
          // Between the two halves.
          if (weekday > 6) return null;
          const place = (half * weeks + Math.floor((x - block.left) / pitch)) * 7 + weekday;
          const day = block.firstDay + place - placeInWeek(block.firstDay, weekStart);
          return day >= block.from && day <= block.to ? day - firstDay : null;
        },
        move: (index, key) => moveByDays(index, key, count),
      },
    };
  };
}

interface Cells {
  gaps: string[];
  /** By strength, 0 … 5. */
  levels: string[][];
}

function emptyCells(): Cells {
  return { gaps: [], levels: Array.from({ length: 6 }, () => []) };
}

function cellMarks({ gaps, levels }: Cells, opacity = 1): PathMark[] {
  return [
    { kind: 'path', d: gaps.join(''), fill: 'hatch', opacity },
    ...levels.map((parts, level): PathMark => ({
      kind: 'path',
      d: parts.join(''),
      fill: HEAT[level]!,
      opacity,
    })),
  ];
}

interface CalendarYear {
  year: number;
  /** January 1st. */
  firstDay: number;
  /** December 31st. */
  lastDay: number;
  /** The days of the year that there are values for. */
  from: number;
  to: number;
}

interface YearBlock extends CalendarYear {
  left: number;
  top: number;
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
      lastDay: next - 1,
      from: Math.max(firstDay, january),
      to: Math.min(lastDay, next - 1),
    };
  });
}

/** A day of the year that lies before the first or after the last. */
function dot({ x, y, width }: Box): string {
  const size = width > 8 ? 2 : 1;
  const at = (width - size) / 2;
  return rectangle({ x: x + at, y: y + at, width: size, height: size });
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
