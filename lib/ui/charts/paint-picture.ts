/**
 * Draws a picture on a canvas, shape by shape. An SVG made into an image would need a `data:` or
 * `blob:` address, which the extension's content security policy refuses, and rightly.
 */
import { short } from './shapes.ts';
import type { Ink, Mark, PathMark, TextMark } from './picture.ts';
import { BOLD } from './text-width.ts';

/** Colours and font of the page, as they are in its theme now. */
export interface Paints {
  colour: (name: Ink | 'hatch') => string;
  fontFamily: string;
}

/** Of the theme that holds for `element`. */
export function readPaints(element: Element): Paints {
  const style = getComputedStyle(element);
  return {
    colour: (name) => style.getPropertyValue(`--${name}`).trim(),
    fontFamily: style.fontFamily,
  };
}

/** Draws at the context's origin, in its scale. */
export function paintMarks(
  context: CanvasRenderingContext2D,
  marks: readonly Mark[],
  paints: Paints,
): void {
  context.save();
  context.direction = 'ltr';
  context.lineJoin = 'round';
  for (const mark of marks) {
    context.globalAlpha = mark.kind === 'path' ? (mark.opacity ?? 1) : 1;
    if (mark.kind === 'path') paintPath(context, mark, new Path2D(mark.d), paints);
    else paintText(context, mark, paints);
  }
  context.restore();
}

function paintPath(
  context: CanvasRenderingContext2D,
  mark: PathMark,
  path: Path2D,
  paints: Paints,
): void {
  if (mark.fill === 'hatch') paintHatch(context, path, paints);
  else if (mark.fill) {
    context.fillStyle = paints.colour(mark.fill);
    context.fill(path);
  }
  if (!mark.stroke) return;
  context.strokeStyle = paints.colour(mark.stroke);
  context.lineWidth = mark.strokeWidth ?? 1;
  context.setLineDash([...(mark.dash ?? [])]);
  context.stroke(path);
}

/** Slanted lines over the whole of the canvas, seen through the shape. */
function paintHatch(context: CanvasRenderingContext2D, shape: Path2D, paints: Paints): void {
  const { width, height } = context.canvas;
  const distance = 6 * Math.SQRT2;
  let lines = '';
  for (let x = 0; x < width + height; x += distance) lines += `M${short(x)} 0l${-height} ${height}`;
  context.save();
  context.clip(shape);
  context.strokeStyle = paints.colour('hatch');
  context.lineWidth = 0.8;
  context.setLineDash([]);
  context.stroke(new Path2D(lines));
  context.restore();
}

function paintText(context: CanvasRenderingContext2D, mark: TextMark, paints: Paints): void {
  const { x, y, text, size, ink, bold, anchor = 'start' } = mark;
  context.font = `${bold ? BOLD : 400} ${size}px ${paints.fontFamily}`;
  context.textAlign = anchor === 'middle' ? 'center' : anchor === 'end' ? 'right' : 'left';
  context.fillStyle = paints.colour(ink);
  context.fillText(text, x, y);
}
