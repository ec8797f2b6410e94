/** Strangers' names among our own words: whatever direction they have or force, they keep it to themselves. */

const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';
/** They open what only `POP_ISOLATE` closes. */
const ISOLATES = '\u2066\u2067\u2068';

/** Letters written from right to left, and the invisible marks that turn, embed or isolate what follows. */
const TURNS =
  /[\u0590-\u08FF\u200F\u202A-\u202E\u2066-\u2069\uFB1D-\uFDFF\uFE70-\uFEFC]|[\uD802\uD803\uD83A\uD83B]/;

/** What is kept apart already. */
const ISOLATED = /[\u2066-\u2068][^\u2066-\u2069]*\u2069/g;

/** Keeps a name in a right-to-left script from reordering what stands beside it; invisible. */
export function isolate(name: string): string {
  return `${FIRST_STRONG_ISOLATE}${balanced(name)}${POP_ISOLATE}`;
}

/** Isolates a text that could reorder its neighbours, and leaves every other as it is. */
export function isolateTurning(text: string): string {
  return TURNS.test(text.replaceAll(ISOLATED, '')) ? isolate(text) : text;
}

/** “Ines Vale · 3 of 12”: parts side by side, none of which turns or reorders the others. */
export function joinParts(parts: readonly string[]): string {
  return parts.map(isolateTurning).join(' · ');
}

/** A name that closes what it did not open would end its own isolation, and the other way round. */
function balanced(name: string): string {
  let open = 0;
  let kept = '';
  for (const letter of name) {
    if (ISOLATES.includes(letter)) open += 1;
    if (letter === POP_ISOLATE) {
      if (open === 0) continue;
      open -= 1;
    }
    kept += letter;
  }
  return kept + POP_ISOLATE.repeat(open);
}
