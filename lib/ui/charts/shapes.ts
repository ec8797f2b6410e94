/** Paths and texts that several charts draw alike; paths in SVG syntax, in px. */
import type { Ink, Mark, PathMark, TextMark, TextWidth } from './picture.ts';

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Sizes of text, in px: 12 for axes, 14 for names. */
export const SMALL = 12;
export const NORMAL = 14;

/** A tenth of a pixel is finer than any screen. */
export function short(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** A rectangle; `radius` rounds all corners. */
export function rectangle({ x, y, width, height }: Box, radius = 0): string {
  if (radius <= 0 || width < 2 || height < 2)
    return `M${short(x)} ${short(y)}h${short(width)}v${short(height)}h${short(-width)}z`;
  const r = Math.min(radius, width / 2, height / 2);
  const [right, bottom] = [x + width, y + height];
  return (
    `M${short(x + r)} ${short(y)}H${short(right - r)}Q${short(right)} ${short(y)} ${short(right)} ${short(y + r)}` +
    `V${short(bottom - r)}Q${short(right)} ${short(bottom)} ${short(right - r)} ${short(bottom)}` +
    `H${short(x + r)}Q${short(x)} ${short(bottom)} ${short(x)} ${short(bottom - r)}` +
    `V${short(y + r)}Q${short(x)} ${short(y)} ${short(x + r)} ${short(y)}z`
  );
}

/** A column that stands on a line: only its upper corners are round. */
export function column({ x, y, width, height }: Box, radius: number): string {
  const r = Math.min(radius, width / 2, height);
  if (r < 0.5) return rectangle({ x, y, width, height });
  const [right, bottom] = [x + width, y + height];
  return (
    `M${short(x)} ${short(bottom)}V${short(y + r)}Q${short(x)} ${short(y)} ${short(x + r)} ${short(y)}` +
    `H${short(right - r)}Q${short(right)} ${short(y)} ${short(right)} ${short(y + r)}V${short(bottom)}z`
  );
}

/** A bar that grows to the right from a line: only its far corners are round. */
export function bar({ x, y, width, height }: Box, radius: number): string {
  const r = Math.min(radius, width, height / 2);
  if (r < 0.5) return rectangle({ x, y, width, height });
  const [right, bottom] = [x + width, y + height];
  return (
    `M${short(x)} ${short(y)}H${short(right - r)}Q${short(right)} ${short(y)} ${short(right)} ${short(y + r)}` +
    `V${short(bottom - r)}Q${short(right)} ${short(bottom)} ${short(right - r)} ${short(bottom)}H${short(x)}z`
  );
}

export function circle(x: number, y: number, radius: number): string {
  const d = 2 * radius;
  return `M${short(x - radius)} ${short(y)}a${radius} ${radius} 0 1 0 ${d} 0a${radius} ${radius} 0 1 0 ${-d} 0z`;
}

/** A crisp line of one pixel. */
export function levelLine(x1: number, x2: number, y: number, stroke: Ink): PathMark {
  const at = Math.round(y) + 0.5;
  return { kind: 'path', d: `M${short(x1)} ${at}H${short(x2)}`, stroke, strokeWidth: 1 };
}

/** What the cursor draws around a value: ink within a rim of the ground, seen on every colour. */
export function outline(box: Box, radius = 3): Mark[] {
  const grown = grow(box, 1);
  return [
    { kind: 'path', d: rectangle(grow(box, 2.5), radius + 1.5), stroke: 'surface', strokeWidth: 1 },
    { kind: 'path', d: rectangle(grown, radius), stroke: 'ink', strokeWidth: 2 },
  ];
}

function grow({ x, y, width, height }: Box, by: number): Box {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

/** A text in the small muted type of axes. */
export function axisText(
  text: string,
  x: number,
  y: number,
  anchor: NonNullable<TextMark['anchor']> = 'start',
): TextMark {
  return { kind: 'text', text, x, y, size: SMALL, ink: 'muted', anchor };
}

/** The widest of some texts, rounded up. */
export function widest(texts: readonly string[], textWidth: TextWidth, size = SMALL): number {
  return Math.ceil(Math.max(0, ...texts.map((text) => textWidth(text, size))));
}
