/** Strangers' names in a line of their own, cut to a width. */
import type { TextWidth } from './picture.ts';

const ELLIPSIS = '…';

/** Nothing that is shown is longer; what is longer is cut before it is measured. */
const LONGEST = 200;

interface Fitted {
  text: string;
  cut: boolean;
}

/** As much of a text as `width` px have room for, with an ellipsis where something is missing. */
export function fitText(
  text: string,
  width: number,
  { textWidth, size, bold = false }: { textWidth: TextWidth; size: number; bold?: boolean },
): Fitted {
  if (text.length <= LONGEST && textWidth(text, size, bold) <= width) return { text, cut: false };
  const letters = lettersOf(text.slice(0, LONGEST));
  let [fits, tooLong] = [0, letters.length + 1];
  while (tooLong - fits > 1) {
    const middle = (fits + tooLong) >> 1;
    const candidate = `${letters.slice(0, middle).join('').trimEnd()}${ELLIPSIS}`;
    if (textWidth(candidate, size, bold) <= width) fits = middle;
    else tooLong = middle;
  }
  if (fits === 0)
    return { text: textWidth(ELLIPSIS, size, bold) <= width ? ELLIPSIS : '', cut: true };
  return { text: `${letters.slice(0, fits).join('').trimEnd()}${ELLIPSIS}`, cut: true };
}

/** What a reader takes for one letter: a flag or a letter with its accents is not cut in two. */
function lettersOf(text: string): string[] {
  return Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
}
