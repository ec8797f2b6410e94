/** The browser's own message catalogue (`public/_locales`), chosen by the browser's language. */
import { browser } from 'wxt/browser';

/** The words for a key, with `$1`…`$9` filled in; empty when the catalogue has no such key. */
export function getCatalogueMessage(key: string, substitutions: string[] = []): string {
  const find: (key: string, substitutions: string[]) => string = browser.i18n.getMessage;
  return find(key, substitutions);
}

/** BCP 47, for `Intl`. */
export function uiLanguage(): string {
  return browser.i18n.getUILanguage();
}
