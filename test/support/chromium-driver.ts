/** Chromium with an unpacked extension, through the DevTools protocol. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch, TargetType, type Browser } from 'puppeteer-core';
import { forwardOutput, type Driver } from './driver.ts';
import { waitUntil } from './wait-until.ts';

export const chromiumDriver: Driver = {
  async launch(options) {
    const { executablePath, profileDir, isNewProfile, extensionDirs, headless, onOutput } = options;
    const folders = extensionDirs.join(',');
    const browser = await launch({
      executablePath,
      userDataDir: profileDir,
      headless,
      pipe: true,
      enableExtensions: true,
      defaultViewport: null,
      args: [
        `--disable-extensions-except=${folders}`,
        `--load-extension=${folders}`,
        '--enable-logging=stderr',
        '--disable-gpu',
        // Chromium's sandbox refuses to run for root, which is who runs it in a container.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
    });
    forwardOutput(browser, onOutput);
    // Later it would come to the front of the page a test opens, and stop that page's frames.
    const [firstTab] = await browser.pages();
    // In a new profile, the extension's own page does so when it takes that tab.
    if (!isNewProfile) await firstTab?.bringToFront();
    await waitUntil('the first tab to show', () =>
      firstTab?.evaluate(() => document.visibilityState === 'visible' && document.hasFocus()),
    );
    return { browser, origins: extensionDirs.map(originFor) };
  },

  async navigate(page, url) {
    await page.goto(url, { waitUntil: 'load' });
  },

  async stopBackground(browser, origin) {
    await withServiceWorkers(browser, origin, async ({ running, stop, wasStopped }) => {
      for (const versionId of running()) {
        await stop(versionId);
        // A page may have woken it again by now.
        await waitUntil('the service worker to stop', () => wasStopped(versionId));
      }
    });
  },

  async isBackgroundRunning(browser, origin) {
    return withServiceWorkers(browser, origin, async ({ running }) => running().length > 0);
  },

  async measureBackground(browser, origin) {
    const target = await browser.waitForTarget(
      (candidate) =>
        candidate.type() === TargetType.SERVICE_WORKER && candidate.url().startsWith(origin),
    );
    const session = await target.createCDPSession();
    try {
      await session.send('HeapProfiler.collectGarbage');
      return (await session.send('Runtime.getHeapUsage')).usedSize;
    } finally {
      await session.detach();
    }
  },

  async crash(_browser, page) {
    const crashed = new Promise((resolve) => page.once('error', resolve));
    const session = await page.createCDPSession();
    // Nobody is left to answer.
    session.send('Page.crash').catch(() => undefined);
    await crashed;
    await page.close();
  },

  async listUrls(browser) {
    return (await browser.pages()).map((page) => page.url());
  },

  async setColorScheme(page, scheme) {
    await page.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value: scheme },
      // Nobody has to wait until the one theme has faded into the other.
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ]);
  },
};

/** Chromium derives an extension's id from its key, or from its folder when it has none. */
function originFor(extensionDir: string): string {
  const { key } = JSON.parse(readFileSync(join(extensionDir, 'manifest.json'), 'utf8')) as {
    key?: string;
  };
  const digest = createHash('sha256')
    .update(key ? Buffer.from(key, 'base64') : extensionDir)
    .digest('hex');
  const id = digest
    .slice(0, 32)
    .replace(/./g, (digit) => 'abcdefghijklmnop'.charAt(parseInt(digit, 16)));
  return `chrome-extension://${id}`;
}

interface ServiceWorkers {
  running: () => string[];
  stop: (versionId: string) => Promise<unknown>;
  /** True once the worker was seen stopped after it ran. */
  wasStopped: (versionId: string) => boolean;
}

/** The protocol reports service workers to a page of their own origin only. */
async function withServiceWorkers<T>(
  browser: Browser,
  origin: string,
  work: (workers: ServiceWorkers) => Promise<T>,
): Promise<T> {
  const open = (await browser.pages()).find((page) => page.url().startsWith(origin));
  if (!open) throw new Error('A page of the extension must be open to reach its service worker');
  const session = await open.createCDPSession();
  const status = new Map<string, string>();
  const stopped = new Set<string>();
  session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    for (const { versionId, runningStatus, scriptURL } of versions) {
      if (!scriptURL.startsWith(origin)) continue;
      if (runningStatus === 'stopped' && status.has(versionId)) stopped.add(versionId);
      status.set(versionId, runningStatus);
    }
  });
  try {
    await session.send('ServiceWorker.enable');
    await waitUntil('the service worker to be listed', () => status.size > 0);
    return await work({
      running: () =>
        [...status].filter(([, state]) => state !== 'stopped').map(([versionId]) => versionId),
      stop: (versionId) => session.send('ServiceWorker.stopWorker', { versionId }),
      wasStopped: (versionId) => stopped.has(versionId),
    });
  } finally {
    await session.detach();
  }
}
