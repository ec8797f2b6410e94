/** Many texts as one: what a dictionary's strings look like on disk. */
import { z } from '../domain/schema.ts';
import { Unsigned } from './typed-array.ts';

export const TextTable = z.object({
  /** All texts joined, with nothing between them. */
  text: z.string(),
  /** Where each text ends. */
  ends: Unsigned,
  /** Which entries are null. */
  nulls: Unsigned,
});
export type TextTable = z.infer<typeof TextTable>;

export function encodeTexts(texts: readonly (string | null)[]): TextTable {
  const ends = new Uint32Array(texts.length);
  const nulls: number[] = [];
  let end = 0;
  for (const [index, text] of texts.entries()) {
    if (text === null) nulls.push(index);
    else end += text.length;
    ends[index] = end;
  }
  return { text: texts.join(''), ends, nulls: Uint32Array.from(nulls) };
}

export function decodeTexts({ text, ends, nulls }: TextTable): (string | null)[] {
  const texts: (string | null)[] = [];
  let start = 0;
  for (const end of ends) {
    texts.push(text.slice(start, end));
    start = end;
  }
  for (const index of nulls) texts[index] = null;
  return texts;
}
