/** Speaks English in unit tests: the real catalogue, filled in as the browsers do it. */
import english from '../../../public/_locales/en/messages.json' with { type: 'json' };
import { setCatalogue } from '../../../lib/ui/text.ts';

const messages: Record<string, { message: string } | undefined> = english;

/** As `i18n.getMessage`: `$1`…`$9` in one pass, `$$` for a dollar, empty for an unknown key. */
export function lookUpEnglish(key: string, substitutions: string[]): string {
  const message = messages[key]?.message ?? '';
  return message.replace(/\$(?:\$|([1-9]))/g, (_, digit: string | undefined) =>
    digit === undefined ? '$' : (substitutions[Number(digit) - 1] ?? ''),
  );
}

export function speakEnglish(uiLanguage = 'en-GB'): void {
  setCatalogue(lookUpEnglish, uiLanguage);
}
