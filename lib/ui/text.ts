/**
 * Every word a person reads comes through here, from the browser's catalogue. The keys are those of
 * the English one, so a missing or misspelt key does not compile.
 */
import { isolateTurning } from './isolate.ts';
import type english from '../../public/_locales/en/messages.json';

export type MessageKey = keyof typeof english;

/** A key with plural forms is named without its `_one` or `_other`. */
export type PluralKey = MessageKey extends infer K
  ? K extends `${infer Base}_other`
    ? Base
    : never
  : never;

/** Gives the words of a key with `$1`…`$9` filled in; empty when there are none. */
export type Lookup = (key: string, substitutions: string[]) => string;

interface Catalogue {
  lookup: Lookup;
  locale: string;
  plural: Intl.PluralRules;
  ordinal: Intl.PluralRules;
}

let catalogue: Catalogue | null = null;

/**
 * Called once by an entrypoint before anything is shown. `uiLanguage` (BCP 47) also sets the formats
 * of numbers and dates, unless the catalogue speaks another language: words and formats agree.
 */
export function setCatalogue(lookup: Lookup, uiLanguage: string): void {
  const language = lookup('language', []) || 'en';
  const agreed = sameLanguage(uiLanguage, language) ? uiLanguage : language;
  catalogue = {
    lookup,
    locale: agreed,
    plural: new Intl.PluralRules(agreed),
    ordinal: new Intl.PluralRules(agreed, { type: 'ordinal' }),
  };
}

/** BCP 47, for `Intl`. */
export function locale(): string {
  return current().locale;
}

/**
 * The words for a key; `$1`…`$9` are filled in by the arguments in their order. A name among them that
 * runs, or forces, from right to left does not turn the words around it.
 */
export function t(key: MessageKey, ...args: string[]): string {
  return current().lookup(key, args.map(isolateTurning));
}

/** The form for `count`, whose written number is `$1`; further arguments are `$2`…`$9`. */
export function tPlural(key: PluralKey, count: number, written: string, ...args: string[]): string {
  const { lookup, plural } = current();
  const form = `${key}_${plural.select(count)}`;
  const given = [written, ...args.map(isolateTurning)];
  return lookup(form, given) || lookup(`${key}_other`, given);
}

/** “1st”, “2nd”, “47th”; `written` is the formatted number. */
export function tOrdinal(count: number, written: string): string {
  const { lookup, ordinal } = current();
  const form = `ordinal_${ordinal.select(count)}`;
  return lookup(form, [written]) || lookup('ordinal_other', [written]);
}

function current(): Catalogue {
  if (!catalogue) throw new Error('setCatalogue() must run before words are shown');
  return catalogue;
}

function sameLanguage(one: string, other: string): boolean {
  return one.split('-')[0]?.toLowerCase() === other.split('-')[0]?.toLowerCase();
}
