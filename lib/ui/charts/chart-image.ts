/** A chart as a file of its own: title, picture, note and where it comes from, twice as fine. */
import { markedSignature } from '../sample/file-mark.ts';
import { isolate } from '../isolate.ts';
import { paintMarks, readPaints } from './paint-picture.ts';
import type { Draw, Mark, TextWidth } from './picture.ts';
import { measureTexts } from './text-width.ts';
import { wrapText } from './wrap-text.ts';

const WIDTH = 960;
const PADDING = 40;
const SCALE = 2;
/** More is refused by one browser or the other. */
const MOST_PIXELS = 16_384;
const TITLE = { size: 24, line: 32 };
const NOTE = { size: 14, line: 22 };

interface ImageOptions {
  draw: NonNullable<Draw>;
  title: string;
  note?: string;
  /** Its theme and font are those of the image. */
  element: Element;
}

/** Resolves with a PNG, in the theme of the page; the same width wherever it is made. */
export async function drawChartImage({ draw, title, note, element }: ImageOptions): Promise<Blob> {
  const textWidth = measureTexts(element);
  const inner = WIDTH - 2 * PADDING;
  const picture = draw({ width: inner, textWidth });
  const titleLines = wrapText(title, inner, { textWidth, size: TITLE.size, bold: true });
  const noteLines = note ? wrapText(note, inner, { textWidth, size: NOTE.size }) : [];
  const top = PADDING + titleLines.length * TITLE.line + noteLines.length * NOTE.line + 20;
  const height = top + picture.height + 28 + 16 + PADDING;

  const scale = Math.min(SCALE, MOST_PIXELS / height);
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(WIDTH * scale);
  canvas.height = Math.round(height * scale);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser gives no canvas to draw on');
  const paints = readPaints(element);
  context.scale(scale, scale);
  context.fillStyle = paints.colour('surface');
  context.fillRect(0, 0, WIDTH, height);
  paintMarks(context, heading({ titleLines, noteLines }), paints);
  paintMarks(context, signature(height, textWidth), paints);
  context.translate(PADDING, top);
  paintMarks(context, picture.marks, paints);
  return toPng(canvas);
}

function heading(lines: { titleLines: string[]; noteLines: string[] }): Mark[] {
  const begin = PADDING + lines.titleLines.length * TITLE.line;
  return [
    ...lines.titleLines.map((text, i): Mark => ({
      kind: 'text',
      text: isolate(text),
      x: PADDING,
      y: PADDING + i * TITLE.line + TITLE.size - 2,
      size: TITLE.size,
      ink: 'ink',
      bold: true,
    })),
    ...lines.noteLines.map((text, i): Mark => ({
      kind: 'text',
      text: isolate(text),
      x: PADDING,
      y: begin + i * NOTE.line + NOTE.size,
      size: NOTE.size,
      ink: 'muted',
    })),
  ];
}

function signature(height: number, textWidth: TextWidth): Mark[] {
  const y = height - PADDING;
  const text = markedSignature('Ostinato');
  const left = WIDTH - PADDING - textWidth(text, 14, true);
  return [{ kind: 'text', text, x: left, y, size: 14, ink: 'muted', bold: true }];
}

function toPng(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error(`No image of ${canvas.width} × ${canvas.height} pixels could be made`));
    }, 'image/png');
  });
}
