/** Breaks a text into lines, for pictures that have no layout of their own. */
import { fitText } from './fit-text.ts';
import type { TextWidth } from './picture.ts';

const MOST_LINES = 3;

/** Lines of whole words, each at most `width` px; what has no room in three is cut. */
export function wrapText(
  text: string,
  width: number,
  font: { textWidth: TextWidth; size: number; bold?: boolean },
): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    const fits = font.textWidth(longer, font.size, font.bold) <= width;
    if (lines.length === 0) lines.push(word);
    else if (fits || lines.length === MOST_LINES) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.map((line) => fitText(line, width, font).text);
}
