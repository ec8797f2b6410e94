/** Strangers' names within our own sentences: kept apart in their direction, and never a page long. */
import { isolate } from '../isolate.ts';

/** Letters of a name in a heading. */
const MOST = 60;

/** For titles and sentences; the whole name stands in the list itself. */
export function nameInWords(name: string): string {
  const letters = Array.from(name);
  const short = letters.length <= MOST ? name : `${letters.slice(0, MOST).join('').trimEnd()}…`;
  return isolate(short);
}
