/** Learns from a file's first record how all its records are written. */

export interface RecordShape {
  /** The keys of every record, in order. */
  keys: string[];
  /** Where the values of the first record begin and end, by key. */
  starts: number[];
  ends: number[];
  /** The exact bytes (braces, key, white space) from the last value of a record to the next one's first. */
  crossing: Uint8Array;
}

/** Spotify's first records end within 2 kB; beyond this the file is not of the regular kind. */
const HEAD_BYTES = 32_768;

const SPACE = '[ \\t\\r\\n]*';
const OPENING = new RegExp(`(?:\u00EF\u00BB\u00BF)?${SPACE}\\[(?=${SPACE}\\{)`, 'y');
const BEFORE_VALUE = new RegExp(`${SPACE}([,{])${SPACE}"(\\w+)"${SPACE}:${SPACE}`, 'y');
const VALUE = /"(?:[^"\\]|\\.)*"|[-\w]+/y;
const BEFORE_RECORD = new RegExp(`${SPACE}\\}${SPACE},(?=${SPACE}\\{)`, 'y');

/**
 * The shape of an array of flat objects; null when the file does not begin like one with at least two
 * records. Only finds where values are: whoever uses the shape checks the values, the first included.
 */
export function learnRecordShape(bytes: Uint8Array): RecordShape | null {
  // One character a byte, so that places in the text are places in the file.
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_BYTES));
  let at = 0;
  const take = (pattern: RegExp) => {
    pattern.lastIndex = at;
    const match = pattern.exec(head);
    if (match) at = pattern.lastIndex;
    return match;
  };

  if (!take(OPENING)) return null;
  const keys: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (let match = take(BEFORE_VALUE); match; match = take(BEFORE_VALUE)) {
    if ((match[1] === '{') !== (keys.length === 0)) return null;
    keys.push(match[2]!);
    starts.push(at);
    if (!take(VALUE)) return null;
    ends.push(at);
  }
  const recordEnd = at;
  if (!take(BEFORE_RECORD) || take(BEFORE_VALUE)?.[2] !== keys[0]) return null;
  return { keys, starts, ends, crossing: bytes.slice(recordEnd, at) };
}

/** What may follow the last value of a file: the ends of record and array. */
export const ENDING = new RegExp(`^${SPACE}\\}${SPACE}\\]${SPACE}$`);
