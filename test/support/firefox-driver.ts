/** Firefox with a temporarily installed extension, through WebDriver BiDi. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch, type Browser } from 'puppeteer-core';
import { forwardOutput, type Driver } from './driver.ts';
import { waitUntil } from './wait-until.ts';

export const firefoxDriver: Driver = {
  async launch({ executablePath, profileDir, extensionDirs, extensionIds, headless, onOutput }) {
    const uuids = Object.fromEntries(
      extensionDirs.map((folder, index) => [addonIdOf(folder), extensionIds[index]]),
    );
    const browser = await launch({
      browser: 'firefox',
      executablePath,
      userDataDir: profileDir,
      headless,
      defaultViewport: null,
      // Lets this driver stop the background, which no protocol can.
      args: ['--remote-allow-system-access'],
      extraPrefsFirefox: {
        'extensions.webextensions.uuids': JSON.stringify(uuids),
        // A temporary extension is uninstalled when Firefox quits; an installed one keeps its data.
        'extensions.webextensions.keepStorageOnUninstall': true,
        'extensions.webextensions.keepUuidOnUninstall': true,
        'devtools.console.stdout.content': true,
      },
    });
    forwardOutput(browser, onOutput);
    for (const folder of extensionDirs) await browser.installExtension(folder);
    return { browser, origins: extensionIds.map((uuid) => `moz-extension://${uuid}`) };
  },

  async navigate(page, url) {
    // Firefox does not report that a page of an extension has loaded: ask the page itself.
    page.goto(url, { timeout: 1000 }).catch(() => undefined);
    await waitUntil(`${url} to load`, () =>
      page.evaluate(
        (wanted) => document.readyState === 'complete' && location.href === wanted,
        new URL(url).href,
      ),
    );
  },

  async stopBackground(browser, origin) {
    // Resolves when it is gone, though a page may wake it again at once.
    await evaluateInBrowser(
      browser,
      `${extensionAt(origin)}.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true })`,
    );
  },

  async isBackgroundRunning(browser, origin) {
    const state = await evaluateInBrowser(browser, `${extensionAt(origin)}.backgroundState`);
    return state === 'running' || state === 'starting';
  },

  async setColorScheme(page, scheme) {
    // For all pages at once: BiDi has no such emulation.
    const value = scheme === 'dark' ? 0 : 1;
    await evaluateInBrowser(
      page.browser(),
      `Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', ${value})`,
    );
    await waitUntil(`the ${scheme} scheme`, () =>
      page.evaluate((wanted) => matchMedia(`(prefers-color-scheme: ${wanted})`).matches, scheme),
    );
  },
};

function addonIdOf(extensionDir: string): string {
  const manifest = JSON.parse(readFileSync(join(extensionDir, 'manifest.json'), 'utf8')) as {
    browser_specific_settings: { gecko: { id: string } };
  };
  return manifest.browser_specific_settings.gecko.id;
}

function extensionAt(origin: string): string {
  return `WebExtensionPolicy.getByHostname('${new URL(origin).hostname}').extension`;
}

/** What puppeteer uses itself, and does not declare. */
interface BidiConnection {
  send(method: string, params: object): Promise<{ result: unknown }>;
}

/** Runs an expression with the browser's own rights. */
async function evaluateInBrowser(browser: Browser, expression: string): Promise<unknown> {
  const { connection } = browser as unknown as { connection: BidiConnection };
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const { contexts } = tree.result as { contexts: { context: string }[] };
  const answer = await connection.send('script.evaluate', {
    expression,
    target: { context: contexts[0]?.context },
    awaitPromise: true,
  });
  const result = answer.result as {
    type: string;
    result?: { value?: unknown };
    exceptionDetails?: { text: string };
  };
  if (result.type === 'exception') throw new Error(result.exceptionDetails?.text);
  return result.result?.value;
}
