/** The seam between what a test says and how each browser is told. */
import type { Browser, Page } from 'puppeteer-core';

export type BrowserName = 'chromium' | 'firefox';
export type ColorScheme = 'light' | 'dark';

/** What differs between the browsers. */
export interface Driver {
  /** `extensionIds` are random, and kept for the life of the profile; not every browser needs them. */
  launch: (options: LaunchOptions) => Promise<{ browser: Browser; origins: string[] }>;
  /**
   * Makes the extensions new again in a running browser, with no page but a blank one. What they have
   * stored stays in the profile, out of their reach. Not every browser can.
   */
  reinstall?: (browser: Browser, options: LaunchOptions) => Promise<string[]>;
  navigate: (page: Page, url: string) => Promise<void>;
  stopBackground: (browser: Browser, origin: string) => Promise<void>;
  isBackgroundRunning: (browser: Browser, origin: string) => Promise<boolean>;
  /**
   * What the background holds once its garbage is collected: of Chromium's the objects of its scripts,
   * of Firefox's all that its process has allocated.
   */
  measureBackground: (browser: Browser, origin: string) => Promise<number>;
  /** Kills the process that shows the page, and closes its tab. */
  crash: (browser: Browser, page: Page) => Promise<void>;
  /** Of all tabs, also of those that puppeteer does not see come and go. */
  listUrls: (browser: Browser) => Promise<string[]>;
  setColorScheme: (page: Page, scheme: ColorScheme) => Promise<void>;
}

export interface LaunchOptions {
  executablePath: string;
  profileDir: string;
  /** Nothing was ever stored in it: the extension shows its page for a first time. */
  isNewProfile: boolean;
  extensionDirs: readonly string[];
  extensionIds: readonly string[];
  headless: boolean;
  /** Of Firefox, by name. */
  preferences: Readonly<Record<string, number>>;
  /** Gets what the browser writes to its output, console messages included. */
  onOutput: (text: string) => void;
}

/** Collects the output of a browser process that puppeteer started. */
export function forwardOutput(browser: Browser, onOutput: (text: string) => void): void {
  const child = browser.process();
  for (const stream of [child?.stdout, child?.stderr]) {
    stream?.on('data', (chunk: Buffer) => onOutput(chunk.toString()));
  }
}
