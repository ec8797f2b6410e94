/** Many texts as one: what a dictionary's strings look like on disk. */
import { z } from '../domain/schema.ts';
import { packInts, PackedInts, unpackInts } from './packed-ints.ts';
import { Bytes, Unsigned } from './typed-array.ts';

/** As version 1 of the database wrote it. */
const PlainTexts = z.object({
  /** All texts joined, with nothing between them. */
  text: z.string(),
  /** Where each text ends. */
  ends: Unsigned,
  /** Which entries are null. */
  nulls: Unsigned,
});

const PackedTexts = z.object({
  /** All texts joined, in UTF-8: one character beyond Latin would double a string. */
  bytes: Bytes,
  /** Of each text, in UTF-16 units. */
  lengths: PackedInts,
  /** Which entries are null. */
  nulls: Unsigned,
});

export const TextTable = z.union([PackedTexts, PlainTexts]);
export type TextTable = z.infer<typeof TextTable>;

export function encodeTexts(texts: readonly (string | null)[]): TextTable {
  const lengths = new Uint32Array(texts.length);
  const nulls: number[] = [];
  for (const [index, text] of texts.entries()) {
    if (text === null) nulls.push(index);
    else lengths[index] = text.length;
  }
  const bytes = new TextEncoder().encode(texts.join(''));
  return { bytes, lengths: packInts(lengths), nulls: Uint32Array.from(nulls) };
}

/** `read` makes the text between two places of all texts joined; as it stands there, unless told otherwise. */
export function decodeTexts(table: TextTable, read = sliceText): (string | null)[] {
  const { all, ends } =
    'bytes' in table
      ? { all: new TextDecoder().decode(table.bytes), ends: endsOf(unpackInts(table.lengths)) }
      : { all: table.text, ends: table.ends };
  const texts: (string | null)[] = [];
  let start = 0;
  for (let index = 0; index < ends.length; index++) {
    const end = ends[index]!;
    texts.push(read(all, start, end));
    start = end;
  }
  for (const index of table.nulls) texts[index] = null;
  return texts;
}

function sliceText(all: string, start: number, end: number): string {
  return all.slice(start, end);
}

/** How many texts there are. */
export function countTexts(table: TextTable): number {
  return 'bytes' in table ? table.lengths.length : table.ends.length;
}

function endsOf(lengths: Uint32Array): Uint32Array {
  let end = 0;
  for (let index = 0; index < lengths.length; index++) {
    end += lengths[index]!;
    lengths[index] = end;
  }
  return lengths;
}
