/** One value of a chart in words, as a screen reader says it. */
import type { Reading } from './picture.ts';

/** “May 2019: 3 h 5 min”, or with each part by its name. */
export function readingText({ title, lines }: Reading): string {
  const parts = lines.map(({ name, value }) => (name === undefined ? value : `${name} ${value}`));
  return `${title}: ${parts.join(', ')}`;
}
