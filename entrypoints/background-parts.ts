/** The background's second script: all its parts, which the first one runs when it needs them. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startBackground } from './background/start-background.ts';

export default defineUnlistedScript(() => {
  globalThis.startBackground = startBackground;
});
