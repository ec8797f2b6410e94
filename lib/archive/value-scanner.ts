/** Finds the end of one JSON value in bytes, exactly by JSON's grammar, for the fast path. */

/** No plain value begins here. */
export const GIVE_UP = -1;

const [QUOTE, BACKSLASH, MINUS, ZERO, NINE, SPACE] = [0x22, 0x5c, 0x2d, 0x30, 0x39, 0x20] as const;

export const Letter = { f: 0x66, n: 0x6e, t: 0x74, u: 0x75 } as const;

/** 1 for a byte that goes on with a string and stands for itself. */
const IS_PLAIN = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte < SPACE || byte === QUOTE || byte === BACKSLASH ? 0 : 1,
);

const IS_ESCAPE = markBytes('"\\\\/bfnrt');
const IS_HEX = markBytes('0123456789abcdefABCDEF');

function markBytes(characters: string): Uint8Array {
  const marks = new Uint8Array(256);
  for (const character of characters) marks[character.charCodeAt(0)] = 1;
  return marks;
}

// No BOM is taken off: it may stand at the start of a title.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Where the string, whole number, true, false or null that begins at `at` ends (exclusive);
 * `GIVE_UP` when none does. A number may go on (`1.5`, `1e3`): what must follow a value is the
 * caller's to check.
 */
export function findValueEnd(bytes: Uint8Array, at: number): number {
  const first = bytes[at];
  if (first === QUOTE) return findStringEnd(bytes, at + 1);
  if (first === Letter.n) return spells(bytes, at, 0x75, 0x6c, 0x6c) ? at + 4 : GIVE_UP;
  if (first === Letter.t) return spells(bytes, at, 0x72, 0x75, 0x65) ? at + 4 : GIVE_UP;
  if (first === Letter.f) {
    return spells(bytes, at, 0x61, 0x6c, 0x73) && bytes[at + 4] === 0x65 ? at + 5 : GIVE_UP;
  }
  return findNumberEnd(bytes, first === MINUS ? at + 1 : at);
}

function spells(bytes: Uint8Array, at: number, second: number, third: number, fourth: number) {
  return bytes[at + 1] === second && bytes[at + 2] === third && bytes[at + 3] === fourth;
}

function findNumberEnd(bytes: Uint8Array, start: number): number {
  if (bytes[start] === ZERO) return start + 1;
  let at = start;
  while (bytes[at]! >= ZERO && bytes[at]! <= NINE) at++;
  return at > start ? at : GIVE_UP;
}

function findStringEnd(bytes: Uint8Array, start: number): number {
  let at = start;
  for (;;) {
    while (IS_PLAIN[bytes[at]!] === 1) at++;
    if (bytes[at] === QUOTE) return at + 1;
    if (bytes[at] !== BACKSLASH) return GIVE_UP;
    at = findEscapeEnd(bytes, at + 1);
    if (at === GIVE_UP) return GIVE_UP;
  }
}

/** Of what begins behind a backslash. */
function findEscapeEnd(bytes: Uint8Array, at: number): number {
  const letter = bytes[at]!;
  if (letter !== Letter.u) return IS_ESCAPE[letter] === 1 ? at + 1 : GIVE_UP;
  for (let digit = at + 1; digit <= at + 4; digit++) {
    if (IS_HEX[bytes[digit]!] !== 1) return GIVE_UP;
  }
  return at + 5;
}

/** The string or null between these places, which `findValueEnd` has found. */
export function decodeText(bytes: Uint8Array, start: number, end: number): string | null {
  if (bytes[start] !== QUOTE) return null;
  const text = decoder.decode(bytes.subarray(start + 1, end - 1));
  return text.includes('\\') ? String(JSON.parse(`"${text}"`)) : text;
}
