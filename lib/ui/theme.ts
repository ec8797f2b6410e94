/**
 * Puts the chosen theme on the page. The choice stands in the settings, which a page reads too late
 * for its first paint; so it is mirrored in localStorage, which all pages of the extension share.
 */
import type { Theme } from '../domain/settings.ts';

const KEY = 'ostinato/theme';

/** Sets `data-theme` on `<html>`; `system` leaves it to the style sheet. */
export function applyTheme(theme: Theme, root: HTMLElement): void {
  if (theme === 'system') root.removeAttribute('data-theme');
  else root.dataset['theme'] = theme;
}

/** For the next page's first paint. */
export function rememberTheme(theme: Theme, mirror: Storage): void {
  mirror.setItem(KEY, theme);
}

/** `system` when nothing, or nothing sensible, is remembered. */
export function recallTheme(mirror: Storage): Theme {
  const theme = mirror.getItem(KEY);
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}
