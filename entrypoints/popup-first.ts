/**
 * The popup's first script, the only one that `public/popup.html` names: puts the remembered picture
 * on the page in its first breath, and loads the popup itself when that is painted.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { drawPicture } from '../lib/ui/popup/picture.ts';
import { recallPicture } from '../lib/ui/popup/remembered-picture.ts';
// In the script, because one file is on the page sooner than two.
import styles from '../lib/ui/popup/sheet.css?inline';
import { applyTheme, recallTheme } from '../lib/ui/theme.ts';

declare const VERSION: string;

export default defineUnlistedScript(() => {
  const root = document.getElementById('app');
  if (!root) return;
  applyTheme(recallTheme(localStorage), document.documentElement);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  document.adoptedStyleSheets = [sheet];

  const origin = { version: VERSION, language: navigator.language };
  const picture = recallPicture(localStorage, origin, Date.now());
  if (!picture) {
    loadPopup();
    return;
  }
  // A picture takes no clicks: the popup itself makes it live.
  root.inert = true;
  drawPicture(picture, root);
  afterPaint(loadPopup);
});

function loadPopup(): void {
  const script = document.createElement('script');
  script.src = '/popup-page.js';
  document.body.append(script);
}

/** At once where nobody looks: there nothing is painted. */
function afterPaint(work: () => void): void {
  if (document.visibilityState === 'hidden') work();
  else requestAnimationFrame(() => setTimeout(work));
}
