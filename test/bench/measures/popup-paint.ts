/** How long the popup takes from its call to its figures, beside a page that has them in its markup. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'puppeteer-core';
import type { ExtensionBrowser } from '../../support/extension-browser.ts';
import { waitUntil } from '../../support/wait-until.ts';

const FIGURES = '.amount__value';
/** Of both pages: a larger one takes longer to paint. */
const POPUP_SIZE = { width: 360, height: 600 };

/** Milliseconds from the navigation's start to the frame that shows the figures. */
export async function measurePaint(extension: ExtensionBrowser, url: string): Promise<number> {
  const opened = await extension.open(url, async (page) => {
    await page.setViewport(POPUP_SIZE);
    await page.evaluateOnNewDocument(noteFirstFrameWith, FIGURES);
  });
  const paintedAt = await readNote(opened.page);
  await opened.close();
  return paintedAt;
}

/** Runs in the page before its own scripts. */
function noteFirstFrameWith(selector: string): void {
  function look(): void {
    if (document.querySelector(selector) === null) {
      requestAnimationFrame(look);
      return;
    }
    // A message arrives after the frame that this callback belongs to has been drawn.
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      document.documentElement.dataset['paintedAt'] = String(performance.now());
    });
    port1.start();
    port2.postMessage(null);
  }
  requestAnimationFrame(look);
}

async function readNote(page: Page): Promise<number> {
  const note = await waitUntil('the figures', () =>
    page.evaluate(() => document.documentElement.dataset['paintedAt']),
  );
  return Number(note);
}

/** Bytes of the popup's scripts, each gzipped as a store's package would hold it. */
export function measurePopupScripts(extensionDir: string): number {
  const texts = new Map<string, string>();
  collectScripts(extensionDir, 'popup.html', texts);
  texts.delete('popup.html');
  return [...texts.values()]
    .map((text) => gzipSync(text, { level: 9 }).length)
    .reduce((sum, bytes) => sum + bytes, 0);
}

/** A file of the extension and the scripts that it names, those that they name, and so on. */
function collectScripts(extensionDir: string, path: string, texts: Map<string, string>): void {
  if (texts.has(path)) return;
  const text = readFileSync(join(extensionDir, path), 'utf8');
  texts.set(path, text);
  for (const [, script = ''] of text.matchAll(/["'`]\/([\w./-]+\.js)["'`]/g)) {
    collectScripts(extensionDir, script, texts);
  }
}
