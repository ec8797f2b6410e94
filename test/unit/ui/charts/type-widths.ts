/** Text as wide as typewriters have it: six tenths of its size a letter. */
import type { TextWidth } from '../../../../lib/ui/charts/picture.ts';

export const textWidth: TextWidth = (text, size) => text.length * size * 0.6;
