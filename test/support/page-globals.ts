/** What code that a test runs inside a page of the extension finds there, in both browsers. */
import type { Browser } from 'webextension-polyfill';

declare global {
  const chrome: Pick<Browser, 'alarms' | 'permissions' | 'runtime' | 'storage'>;
}
