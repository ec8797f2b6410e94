/** The names of several series: at the right of the plot, or in lines below it where that is narrow. */
import { fitText } from './fit-text.ts';
import { isolate } from '../isolate.ts';
import type { Canvas, Ink, Mark, TextWidth } from './picture.ts';
import { rectangle, SMALL, widest } from './shapes.ts';
import { spread } from './spread.ts';

export interface NamedSeries {
  name: string;
  ink: Ink;
  href?: string;
}

const MARK = 8;
const LINE = 18;
const NARROW = 560;
const WIDEST_NAME = 200;
/** In lines of their own there is more room than beside a plot. */
const WIDEST_BELOW = 320;

/** How wide the room at the right is: 0 where the names stand below. */
export function labelRoom(series: readonly NamedSeries[], { width, textWidth }: Canvas): number {
  if (width < NARROW || series.length === 0) return 0;
  const names = series.map(({ name }) => name);
  return Math.min(WIDEST_NAME, widest(names, textWidth)) + MARK + 18;
}

/** Names at `x`, each near the height (`y`) of what it names. */
export function labelsBeside(
  series: readonly (NamedSeries & { y: number })[],
  at: { x: number; top: number; bottom: number; right: number },
  textWidth: TextWidth,
): Mark[] {
  const ordered = series.toSorted((a, b) => a.y - b.y);
  const places = spread(
    ordered.map(({ y }) => y),
    { distance: LINE, from: at.top, to: at.bottom },
  );
  const room = Math.min(at.right - at.x, WIDEST_NAME + MARK + 6);
  return ordered.flatMap((one, i) => label(one, { x: at.x, y: places[i]!, room }, textWidth));
}

/** Names in lines from `top` on, with the height they take. */
export function labelsBelow(
  series: readonly NamedSeries[],
  top: number,
  { width, textWidth }: Canvas,
): { marks: Mark[]; height: number } {
  let [x, y] = [0, top + LINE / 2];
  const marks = series.flatMap((one) => {
    const room = Math.min(width, Math.ceil(textWidth(one.name, SMALL)) + MARK + 7, WIDEST_BELOW);
    if (x > 0 && x + room > width) [x, y] = [0, y + LINE];
    const mark = label(one, { x, y, room }, textWidth);
    x += room + 14;
    return mark;
  });
  return { marks, height: series.length > 0 ? y - top + LINE / 2 : 0 };
}

function label(
  { name, ink, href }: NamedSeries,
  { x, y, room }: { x: number; y: number; room: number },
  textWidth: TextWidth,
): Mark[] {
  const fitted = fitText(name, room - MARK - 6, { textWidth, size: SMALL });
  return [
    {
      kind: 'path',
      d: rectangle({ x, y: y - MARK / 2, width: MARK, height: MARK }, 2),
      fill: ink,
    },
    {
      kind: 'text',
      text: isolate(fitted.text),
      x: x + MARK + 6,
      y: y + 4,
      size: SMALL,
      ink: 'ink',
      ...(fitted.cut ? { full: name } : {}),
      ...(href ? { href } : {}),
    },
  ];
}
