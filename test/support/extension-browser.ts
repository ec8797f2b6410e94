/** A browser with an extension in it, driven the same way whichever browser it is. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { findBrowser } from '../run/find-browser.mjs';
import { chromiumDriver } from './chromium-driver.ts';
import { createDrivenPage, type DrivenPage } from './driven-page.ts';
import type { BrowserName } from './driver.ts';
import { firefoxDriver } from './firefox-driver.ts';
import { waitUntil } from './wait-until.ts';

interface ExtensionOptions {
  browser: BrowserName;
  extensionDir: string;
  /** Other extensions in the same browser. */
  neighbourDirs?: readonly string[];
  /** False opens a window on the screen. */
  headless?: boolean;
  /** Of Firefox, by name. */
  preferences?: Readonly<Record<string, number>>;
}

export type ExtensionBrowser = Awaited<ReturnType<typeof launchExtension>>;

const POPUP_SIZE = { width: 360, height: 600 };
const TAB_SIZE = { width: 1200, height: 900 };
const REMOVAL = { recursive: true, force: true, maxRetries: 5 };

/** Null for what fails or takes longer than a moment. */
function inTime<T>(answer: Promise<T>): Promise<T | null> {
  const { promise, resolve } = Promise.withResolvers<T | null>();
  const timer = setTimeout(() => resolve(null), 1000);
  void answer.then(resolve, () => resolve(null)).finally(() => clearTimeout(timer));
  return promise;
}

/** Starts the browser with a new profile, which lasts over `restart` and is deleted by `close`. */
export async function launchExtension(options: ExtensionOptions) {
  const driver = options.browser === 'chromium' ? chromiumDriver : firefoxDriver;
  const executablePath = findBrowser(options.browser);
  if (!executablePath) throw new Error(`No ${options.browser} here: npm test installs one`);
  const profileDir = mkdtempSync(join(tmpdir(), `ostinato-${options.browser}-`));
  const extensionDirs = [options.extensionDir, ...(options.neighbourDirs ?? [])];
  const createIds = () => extensionDirs.map(() => randomUUID());
  let log = '';
  const launchOptions = {
    executablePath,
    profileDir,
    isNewProfile: true,
    extensionDirs,
    extensionIds: createIds(),
    headless: options.headless ?? true,
    preferences: options.preferences ?? {},
    onOutput: (text: string) => {
      log += text;
    },
  };
  const pages = new Map<Page, DrivenPage>();
  let { browser, origins } = await driver.launch(launchOptions);
  /** A new extension shows its options page by itself. */
  let isWelcoming = true;
  /** Those of scenarios before, some of which puppeteer takes for open. */
  let oldPages = new Set<Page>();

  function driven(page: Page): DrivenPage {
    const known = pages.get(page);
    if (known) return known;
    const created = createDrivenPage(page, driver.setColorScheme);
    pages.set(page, created);
    return created;
  }

  function originOf(index: number): string {
    const origin = origins[index];
    if (origin === undefined) throw new Error(`No extension number ${index}`);
    return origin;
  }

  async function startAgain(): Promise<void> {
    pages.clear();
    isWelcoming = false;
    launchOptions.isNewProfile = false;
    ({ browser, origins } = await driver.launch(launchOptions));
  }

  /** The page that the extension has opened by itself; null where puppeteer has lost it. */
  async function findWelcomePage(): Promise<Page | null> {
    const wanted = `${originOf(0)}/options.html`;
    let urls: string[] = [];
    try {
      return await waitUntil('the first options page', async () => {
        urls = await driver.listUrls(browser);
        const candidates = (await browser.pages()).filter((page) => !oldPages.has(page));
        // Firefox does not report where such a page went, and one that is just going never answers.
        const answers = candidates.map((page) => inTime(page.evaluate(() => location.href)));
        return candidates[(await Promise.all(answers)).indexOf(wanted)];
      });
    } catch (failure) {
      if (urls.includes(wanted)) return null;
      throw new Error(`The tabs are at ${urls.join(', ')}`, { cause: failure });
    }
  }

  return {
    name: options.browser,
    profileDir,
    /** Whether `renew` keeps in the profile what is there. */
    keepsProfile: driver.reinstall !== undefined,
    originOf,
    /** Of the extension under test: `chrome-extension://…` or `moz-extension://…`. */
    origin: () => originOf(0),

    /**
     * Opens a page of the extension in a tab; the popup's as wide as the popup. The first options page
     * is the one a new extension shows by itself.
     */
    async open(path: string, prepare?: (page: Page) => Promise<unknown>): Promise<DrivenPage> {
      if (isWelcoming) {
        isWelcoming = false;
        // It takes an empty tab, also one that is about to go somewhere.
        const welcome = await findWelcomePage();
        if (welcome && path === 'options.html' && !prepare) {
          await welcome.bringToFront();
          await welcome.setViewport(TAB_SIZE);
          return driven(welcome);
        }
      }
      const page = await browser.newPage();
      const size = path.startsWith('popup') ? POPUP_SIZE : TAB_SIZE;
      // Firefox, just started, may say that a new tab has no window yet.
      await waitUntil('a tab of that size', () => page.setViewport(size).then(() => true));
      await prepare?.(page);
      const url = path.includes('://') ? path : `${originOf(0)}/${path}`;
      await driver.navigate(page, url);
      return driven(page);
    },

    /** The window or tab whose address starts with `prefix`, as soon as it is there. */
    async waitForPage(prefix: string, timeoutMs?: number): Promise<DrivenPage> {
      const page = await waitUntil(
        `a window at ${prefix}`,
        async () => (await browser.pages()).find((candidate) => candidate.url().startsWith(prefix)),
        timeoutMs,
      );
      return driven(page);
    },

    async hasPage(prefix: string): Promise<boolean> {
      return (await browser.pages()).some((page) => page.url().startsWith(prefix));
    },

    /** The first page of the extension to say so, null for none; some browsers open one by themselves. */
    async findPageSaying(wanted: RegExp): Promise<DrivenPage | null> {
      const open = await browser.pages();
      // One whose process was killed may still be listed, and never answers.
      const answers = open.map((page) => inTime(page.evaluate(() => document.body.innerText)));
      const texts = await Promise.all(answers);
      const telling = open[texts.findIndex((text) => text !== null && wanted.test(text))];
      return telling ? driven(telling) : null;
    },

    /** Kills the background as the browser does when it is idle, whatever it is doing. */
    stopBackground: (index = 0) => driver.stopBackground(browser, originOf(index)),
    isBackgroundRunning: () => driver.isBackgroundRunning(browser, originOf(0)),

    measureBackground: () => driver.measureBackground(browser, originOf(0)),

    /** Of the browser's first process, which has all others below it. */
    processId(): number {
      const pid = browser.process()?.pid;
      if (pid === undefined) throw new Error('A browser that was not started here has no process');
      return pid;
    },

    /** Everything that pages, background and browser wrote to the console so far. */
    log: () => log,

    /** Quits the browser and starts it again with the same profile, or with a copy of it. */
    async restart(copiedTo = profileDir): Promise<void> {
      launchOptions.profileDir = copiedTo;
      await browser.close();
      await startAgain();
    },

    /** Ends the browser as a power cut does, and starts it again with the same profile. */
    async die(): Promise<void> {
      const child = browser.process();
      if (!child) throw new Error('A browser that was not started here cannot be killed');
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
      // Puppeteer puts copies of Firefox's preferences back when it has ended. A browser that starts
      // meanwhile would find them half there.
      await waitUntil('puppeteer to put the profile right', () =>
        readdirSync(profileDir).every((name) => !name.endsWith('.puppeteer')),
      );
      await startAgain();
    },

    /** Ends the process that shows the page, and closes what is left of it. */
    async crash(page: Page): Promise<void> {
      await driver.crash(browser, page);
      pages.delete(page);
    },

    /** For another scenario: nothing of the one before can be seen, as in a browser never used. */
    async renew(): Promise<void> {
      pages.clear();
      log = '';
      launchOptions.extensionIds = createIds();
      launchOptions.profileDir = profileDir;
      launchOptions.isNewProfile = true;
      if (driver.reinstall && browser.connected) {
        oldPages = new Set(await browser.pages());
        origins = await driver.reinstall(browser, launchOptions);
      } else {
        await browser.close();
        if (!driver.reinstall) rmSync(profileDir, REMOVAL);
        ({ browser, origins } = await driver.launch(launchOptions));
      }
      isWelcoming = true;
    },

    /** Quits the browser, and leaves the profile to be looked at. */
    quit: () => browser.close(),

    /** Resolves when a person has closed the window. */
    async waitForExit(): Promise<void> {
      await new Promise<void>((resolve) => {
        browser.once('disconnected', () => resolve());
      });
    },

    async close(): Promise<void> {
      await browser.close();
      rmSync(profileDir, REMOVAL);
    },
  };
}
