/** A card of the year as a picture file, drawn on this computer in the colours of the page. */
import { paintMarks, readPaints } from '../../../charts/paint-picture.ts';
import { measureTexts } from '../../../charts/text-width.ts';
import { CARD, cardMarks } from './card-marks.ts';
import type { YearCard } from './year-cards.ts';

const SCALE = 2;

/** Resolves with a PNG of 1080 × 1350 pixels. `element` has the theme and the font. */
export async function drawCardImage(
  card: YearCard,
  signed: string,
  element: Element,
): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = CARD.width * SCALE;
  canvas.height = CARD.height * SCALE;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser gives no canvas to draw on');
  const paints = readPaints(element);
  context.scale(SCALE, SCALE);
  context.fillStyle = paints.colour('surface');
  context.fillRect(0, 0, CARD.width, CARD.height);
  paintMarks(context, cardMarks(card, signed, measureTexts(element)), paints);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error('No image could be made'));
    }, 'image/png');
  });
}
