/** A card of the year as a picture file, drawn on this computer in the colours of the page. */
import { paintMarks, readPaints } from '../../../charts/paint-picture.ts';
import { measureTexts } from '../../../charts/text-width.ts';
import { CARD, cardMarks, coverBox } from './card-marks.ts';
import type { PicturedCard } from './year-cards.ts';

const SCALE = 2;

/** Resolves with a PNG of 1080 × 1350 pixels. `element` has the theme and the font. */
export async function drawCardImage(
  card: PicturedCard,
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
  const cover = card.cover ? await loadCover(card.cover.url) : null;
  // Without the cover its room goes to the words.
  const drawn = cover ? card : { ...card, cover: null };
  paintMarks(context, cardMarks(drawn, signed, measureTexts(element)), paints);
  if (cover) paintWhole(context, cover, coverBox(card));
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error('No image could be made'));
    }, 'image/png');
  });
}

/** Null when it cannot be had now: offline, or gone. What is drawn stays readable by the page. */
async function loadCover(url: string): Promise<HTMLImageElement | null> {
  const image = new Image();
  image.crossOrigin = 'anonymous';
  image.referrerPolicy = 'no-referrer';
  image.src = url;
  try {
    await image.decode();
    return image;
  } catch {
    return null;
  }
}

/** As Spotify supplies it: in its own proportions, nothing cut off. */
function paintWhole(
  context: CanvasRenderingContext2D,
  image: HTMLImageElement,
  { x, y, size }: ReturnType<typeof coverBox>,
): void {
  const scale = size / Math.max(image.naturalWidth, image.naturalHeight);
  context.drawImage(image, x, y, image.naturalWidth * scale, image.naturalHeight * scale);
}
