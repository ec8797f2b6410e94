/** Measures texts in the font of an element, off screen: the page is never laid out for it. */
import type { TextWidth } from './picture.ts';

/** A list of names is measured again at each width; that is fast, remembering it is faster. */
const MOST_REMEMBERED = 20_000;
const remembered = new Map<string, number>();

export const BOLD = 600;

export function measureTexts(element: Element): TextWidth {
  const { fontFamily } = getComputedStyle(element);
  const context = document.createElement('canvas').getContext('2d');
  let font = '';
  return (text, size, bold = false) => {
    const wanted = `${bold ? BOLD : 400} ${size}px ${fontFamily}`;
    const key = `${wanted}\n${text}`;
    const known = remembered.get(key);
    if (known !== undefined) return known;
    if (context && font !== wanted) {
      context.font = wanted;
      font = wanted;
    }
    const width = context?.measureText(text).width ?? (text.length * size) / 2;
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(key, width);
    return width;
  };
}
