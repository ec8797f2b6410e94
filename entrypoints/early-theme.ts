/** Classic script in the head of options and dashboard: the theme stands before the first paint. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { applyTheme, recallTheme } from '../lib/ui/theme.ts';

export default defineUnlistedScript(() => {
  applyTheme(recallTheme(localStorage), document.documentElement);
});
