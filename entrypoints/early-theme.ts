/** Classic script in the head of options and dashboard: the theme stands before the first paint. */
import { applyTheme, recallTheme } from '../lib/ui/theme.ts';

export default {
  main() {
    applyTheme(recallTheme(localStorage), document.documentElement);
  },
};
