/** Firefox with a temporarily installed extension, through WebDriver BiDi. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch, type Browser } from 'puppeteer-core';
import { forwardOutput, type Driver } from './driver.ts';
import { waitUntil } from './wait-until.ts';

const UUIDS = 'extensions.webextensions.uuids';
/**
 * The last tab of a window cannot be closed, and an empty one is taken by whatever opens next. This one
 * stays behind all others.
 */
const KEEPER = 'data:,';
const COLOR_SCHEME = 'layout.css.prefers-color-scheme.content-override';

/** Firefox tells other processes to collect their garbage, too, before it asks what they hold. */
const MEASURE_EXTENSIONS = `new Promise((resolve) => {
  const manager = Cc['@mozilla.org/memory-reporter-manager;1']
    .getService(Ci.nsIMemoryReporterManager);
  let bytes = 0;
  const add = (process, path, kind, units, amount) => {
    if (/extension/i.test(process) && path.startsWith('explicit/')) bytes += amount;
  };
  manager.minimizeMemoryUsage(() =>
    manager.getReports(add, null, () => resolve(bytes), null, false));
})`;

export const firefoxDriver: Driver = {
  async launch(options) {
    const { executablePath, profileDir, extensionDirs, extensionIds, headless, onOutput } = options;
    const browser = await launch({
      browser: 'firefox',
      executablePath,
      userDataDir: profileDir,
      headless,
      defaultViewport: null,
      // Lets this driver stop the background, which no protocol can.
      args: ['--remote-allow-system-access'],
      extraPrefsFirefox: {
        [UUIDS]: uuidsOf(extensionDirs, extensionIds),
        // A temporary extension is uninstalled when Firefox quits; an installed one keeps its data.
        'extensions.webextensions.keepStorageOnUninstall': true,
        'extensions.webextensions.keepUuidOnUninstall': true,
        'devtools.console.stdout.content': true,
        // What would keep a core busy: drawing more often than anybody looks, processes kept ready.
        'layout.frame_rate': 20,
        'dom.ipc.processPrelaunch.enabled': false,
        'browser.newtab.preload': false,
        // What a page asks for in a click is granted: the question is in Firefox's own window.
        'extensions.webextOptionalPermissionPrompts': false,
        ...options.preferences,
      },
    });
    forwardOutput(browser, onOutput);
    // Without it, the extension's first page would take the tab that puppeteer knows already.
    const firstTab = await waitUntil('the first tab', async () => (await browser.pages())[0]);
    await firstTab.goto(KEEPER);
    return { browser, origins: await install(browser, extensionDirs, extensionIds) };
  },

  async reinstall(browser, { extensionDirs, extensionIds }) {
    await closeAllButTheKeeper(browser);
    for (const folder of extensionDirs) await browser.uninstallExtension(addonIdOf(folder));
    await evaluateInBrowser(
      browser,
      `Services.cookies.removeAll();
      Services.prefs.clearUserPref(${JSON.stringify(COLOR_SCHEME)});
      Services.prefs.setStringPref(${JSON.stringify(UUIDS)},
        ${JSON.stringify(uuidsOf(extensionDirs, extensionIds))})`,
    );
    return install(browser, extensionDirs, extensionIds);
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

  async measureBackground(browser) {
    const bytes = await evaluateInBrowser(browser, MEASURE_EXTENSIONS);
    return Number(bytes);
  },

  async crash(browser) {
    // One process for all pages of extensions, the background among them.
    const pid = await evaluateInBrowser(
      browser,
      `ChromeUtils.requestProcInfo().then(({ children }) =>
        children.find(({ type }) => type === 'extension').pid)`,
    );
    process.kill(Number(pid), 'SIGKILL');
    await waitUntil('the process to be gone', async () => !isAlive(Number(pid)));
    await closeAllButTheKeeper(browser);
  },

  async listUrls(browser) {
    return (await listContexts(browser)).map(({ url }) => url);
  },

  async setColorScheme(page, scheme) {
    // For all pages at once: BiDi has no such emulation.
    const value = scheme === 'dark' ? 0 : 1;
    await evaluateInBrowser(
      page.browser(),
      `Services.prefs.setIntPref(${JSON.stringify(COLOR_SCHEME)}, ${value})`,
    );
    await waitUntil(`the ${scheme} scheme`, () =>
      page.evaluate((wanted) => matchMedia(`(prefers-color-scheme: ${wanted})`).matches, scheme),
    );
  },
};

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function install(
  browser: Browser,
  folders: readonly string[],
  uuids: readonly string[],
): Promise<string[]> {
  for (const folder of folders) await browser.installExtension(folder);
  return uuids.map((uuid) => `moz-extension://${uuid}`);
}

/** As the preference wants it: each address by the id of its extension. */
function uuidsOf(folders: readonly string[], uuids: readonly string[]): string {
  return JSON.stringify(
    Object.fromEntries(folders.map((folder, index) => [addonIdOf(folder), uuids[index]])),
  );
}

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

/** The tabs that are really there: of an extension's pages puppeteer does not see them go. */
async function listContexts(
  browser: Browser,
  scope: object = {},
): Promise<{ context: string; url: string }[]> {
  const { connection } = browser as unknown as { connection: BidiConnection };
  const tree = await connection.send('browsingContext.getTree', scope);
  return (tree.result as { contexts: { context: string; url: string }[] }).contexts;
}

async function closeAllButTheKeeper(browser: Browser): Promise<void> {
  const { connection } = browser as unknown as { connection: BidiConnection };
  const all = await listContexts(browser);
  if (!all.some(({ url }) => url === KEEPER)) await (await browser.newPage()).goto(KEEPER);
  for (const { context, url } of all) {
    if (url !== KEEPER) await connection.send('browsingContext.close', { context });
  }
}

/** Runs an expression with the browser's own rights. */
async function evaluateInBrowser(browser: Browser, expression: string): Promise<unknown> {
  const { connection } = browser as unknown as { connection: BidiConnection };
  const [chrome] = await listContexts(browser, { 'moz:scope': 'chrome' });
  const answer = await connection.send('script.evaluate', {
    expression,
    target: { context: chrome?.context },
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
