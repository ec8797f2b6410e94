/** The browser's own message catalogue (`public/_locales`), chosen by the browser's language. */
import { browser } from 'wxt/browser';

/** The words for a key, with `$1`…`$9` filled in; empty when the catalogue has no such key. */
export function getCatalogueMessage(key: string, substitutions: string[] = []): string {
  // The keys are typed from the catalogue in lib/ui; WXT's own list of literals would only repeat it.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return browser.i18n.getMessage(key as 'extensionName', substitutions);
}

/** BCP 47, for `Intl`. */
export function uiLanguage(): string {
  return browser.i18n.getUILanguage();
}
