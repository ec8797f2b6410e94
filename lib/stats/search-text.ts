/** Names as a search compares them: without case, accents and punctuation, as words. */
import { foldName } from '../dataset/identity.ts';

/** Letters that Unicode takes for letters of their own, and keyboards without them type so. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
};
const ODD_LETTERS = new RegExp(`[${Object.keys(PLAIN_LETTERS).join('')}]`, 'gu');

/** Dropped without a trace, so that "dont" finds "Don’t". */
const APOSTROPHES = /['’‘ʼ`´]/gu;
/** Everything else that is neither letter, digit nor symbol ("÷" is the whole name of an album). */
const BETWEEN_WORDS = /[\p{P}\p{Z}\p{C}]+/gu;
const MARKS = /\p{M}+/gu;
const PLAIN_WORDS = /^[a-z0-9]+(?: [a-z0-9]+)*$/;

/**
 * Words with one space between them. Of a name that is nothing but punctuation ("!!!") the name as
 * it is; empty for blanks.
 */
export function foldForSearch(name: string): string {
  const folded = foldName(name);
  if (PLAIN_WORDS.test(folded)) return folded;
  const words = folded
    .normalize('NFKD')
    // Letters of mathematics have no case until they are plain ones.
    .toLowerCase()
    .replace(MARKS, '')
    .replace(ODD_LETTERS, (letter) => PLAIN_LETTERS[letter]!)
    .replace(APOSTROPHES, '')
    .replace(BETWEEN_WORDS, ' ')
    .trim();
  return words === '' ? folded.replace(/\s+/gu, '') : words;
}

/** The words that are looked for; none for blanks. */
export function searchTerms(typed: string): string[] {
  return foldForSearch(typed)
    .split(' ')
    .filter((term) => term !== '');
}
