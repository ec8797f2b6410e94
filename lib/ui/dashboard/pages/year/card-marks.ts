/** A card of the year as plain shapes and texts, for an image of its own. */
import { fitText } from '../../../charts/fit-text.ts';
import { isolate } from '../../../isolate.ts';
import { HEAT } from '../../../charts/heat.ts';
import { t } from '../../../text.ts';
import type { Mark, PathMark, TextMark, TextWidth } from '../../../charts/picture.ts';
import { rectangle } from '../../../charts/shapes.ts';
import { markedSignature } from '../../../sample/file-mark.ts';
import { wrapText } from '../../../charts/wrap-text.ts';
import type { CardDays } from './card-pictures.ts';
import type { CardColumn, CardEntry } from './year-card.ts';
import type { PicturedCard } from './year-cards.ts';

/** Upright, as phones show pictures; px before scaling. */
export const CARD = { width: 540, height: 675 };

const PADDING = 44;
const INNER = CARD.width - 2 * PADDING;
const KICKER = 18;
const HERO = { size: 44, line: 50 };
const TEXT = { size: 20, line: 28 };
const ENTRY = { size: 18, detail: 15, line: 30, detailed: 50 };
/** Where the signature's line begins. */
const FOOT = CARD.height - PADDING;
/** Where names and cover are from: beside it. */
const CREDIT = 12;
/** Of half a year's days, so that all weeks it can touch fit. */
const DAY_PITCH = INNER / 28;
/** Below them, for the letters of the months. */
const MONTH_ROOM = 16;

/** The cover's box in the corner, larger where no list follows; px before scaling. */
export function coverBox(card: Pick<PicturedCard, 'list'>) {
  return { x: PADDING, y: PADDING, size: card.list.length > 0 ? 148 : 248 };
}

/**
 * Everything keeps within the card, however long the names are.
 *
 * @param signed whose year it is, and which.
 */
export function cardMarks(card: PicturedCard, signed: string, textWidth: TextWidth): Mark[] {
  const cover = coverBox(card);
  const top = card.cover ? PADDING + cover.size + 28 : PADDING;
  const marks: Mark[] = [text(card.kicker, top + KICKER, KICKER, 'accent', true)];
  if (card.cover) {
    const from = t('spotify_attribution');
    const x = PADDING + cover.size + 12;
    marks.push({ ...text(from, PADDING + cover.size, CREDIT, 'muted'), x });
  }
  let y = top + KICKER + (card.cover ? 8 : 24);
  const heroFont = { textWidth, size: HERO.size, bold: true };
  for (const line of wrapText(card.hero, INNER, heroFont)) {
    y += HERO.line;
    marks.push(text(line, y - 6, HERO.size, 'ink', true));
  }
  y += 8;
  for (const line of wrapText(card.text, INNER, { textWidth, size: TEXT.size })) {
    y += TEXT.line;
    marks.push(text(line, y, TEXT.size, 'muted'));
  }
  for (const half of card.days) {
    marks.push(...dayCells(half, y + 20));
    y += 20 + 7 * DAY_PITCH + MONTH_ROOM;
  }
  const signature = fitSignature(signed, textWidth);
  const left = CARD.width - PADDING - textWidth(signature, 16, true);
  marks.push(...list(card.list, y + 24, textWidth), ...columns(card.columns, y + 52));
  marks.push({ ...text(signature, FOOT, 16, 'muted', true), x: left });
  return marks;
}

function fitSignature(signed: string, textWidth: TextWidth): string {
  const font = { textWidth, size: 16, bold: true };
  const room = INNER - textWidth(markedSignature('Ostinato · '), 16, true);
  return markedSignature(`Ostinato · ${fitText(signed, room, font).text}`);
}

function text(
  words: string,
  y: number,
  size: number,
  ink: TextMark['ink'],
  bold = false,
): TextMark {
  return { kind: 'text', text: isolate(words), x: PADDING, y, size, ink, bold };
}

/** As many entries as there is room for. */
function list(entries: readonly CardEntry[], top: number, textWidth: TextWidth): Mark[] {
  const marks: Mark[] = [];
  let y = top;
  for (const { name, detail, amount } of entries) {
    const height = detail === null ? ENTRY.line : ENTRY.detailed;
    if (y + height > FOOT - 32) break;
    const right = CARD.width - PADDING;
    const room = INNER - textWidth(amount, ENTRY.size) - 16;
    const nameFont = { textWidth, size: ENTRY.size, bold: true };
    marks.push(text(fitText(name, room, nameFont).text, y + 22, ENTRY.size, 'ink', true));
    marks.push({ ...text(amount, y + 22, ENTRY.size, 'muted'), x: right, anchor: 'end' });
    if (detail !== null) {
      const detailFont = { textWidth, size: ENTRY.detail };
      marks.push(text(fitText(detail, room, detailFont).text, y + 42, ENTRY.detail, 'muted'));
    }
    y += height;
  }
  return marks;
}

/** A column for each week, and below it the letter of the month that begins there. */
function dayCells({ levels, weekday, months }: CardDays, top: number): Mark[] {
  const shapes = new Map<NonNullable<PathMark['fill']>, string[]>();
  for (const [day, level] of levels.entries()) {
    const place = day + weekday;
    const box = {
      x: PADDING + Math.floor(place / 7) * DAY_PITCH,
      y: top + (place % 7) * DAY_PITCH,
      width: DAY_PITCH - 2.5,
      height: DAY_PITCH - 2.5,
    };
    const fill = level === null ? 'hatch' : HEAT[level]!;
    const same = shapes.get(fill) ?? [];
    shapes.set(fill, same);
    same.push(rectangle(box, 2.5));
  }
  const letters = months.map(({ letter, column }) =>
    axisLabel(letter, PADDING + column * DAY_PITCH, top + 7 * DAY_PITCH + 13, 'start'),
  );
  return [
    ...Array.from(shapes, ([fill, parts]): Mark => ({ kind: 'path', d: parts.join(''), fill })),
    ...letters,
  ];
}

function columns(all: readonly CardColumn[], top: number): Mark[] {
  if (all.length === 0) return [];
  const bottom = FOOT - 64;
  const pitch = INNER / all.length;
  const most = all.findIndex(({ height }) => height === 1);
  return all.flatMap(({ height, covered, partly, tick, amount }, index): Mark[] => {
    const share = covered ? height : 1;
    const tall = share === 0 ? 0 : Math.max(2, share * (bottom - top));
    const box = {
      x: PADDING + index * pitch + 3,
      y: bottom - tall,
      width: pitch - 6,
      height: tall,
    };
    const middle = box.x + box.width / 2;
    const anchor = middle < CARD.width / 3 ? 'start' : middle > CARD.width / 1.5 ? 'end' : 'middle';
    const edge = { start: box.x, middle, end: box.x + box.width }[anchor];
    const above = { ...box, y: top, height: box.y - top };
    return [
      ...(partly && above.height > 0
        ? [{ kind: 'path', d: rectangle(above), fill: 'hatch' } as const]
        : []),
      ...(tall > 0
        ? [{ kind: 'path', d: rectangle(box, 3), fill: covered ? 'accent' : 'hatch' } as const]
        : []),
      ...(tick === null
        ? []
        : index === 0 && tick.length > 1
          ? [axisLabel(tick, box.x, bottom + 20, 'start')]
          : [axisLabel(tick, middle, bottom + 20, 'middle')]),
      // The highest tells what all are measured against.
      ...(index === most ? [axisLabel(amount, edge, box.y - 8, anchor)] : []),
    ];
  });
}

function axisLabel(
  words: string,
  x: number,
  y: number,
  anchor: NonNullable<TextMark['anchor']>,
): Mark {
  return { kind: 'text', text: isolate(words), x, y, size: 14, ink: 'muted', anchor };
}
