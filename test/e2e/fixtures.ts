/** What every scenario starts from: a stand-in for Spotify, and a browser with the extension built for it. */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test as base } from '@playwright/test';
import { startStandin, type Standin } from '../standin/index.ts';
import { LISTENER_KEYS } from '../standin/listeners.ts';
import type { BrowserName } from '../support/driver.ts';
import { launchExtension, type ExtensionBrowser } from '../support/extension-browser.ts';
import { findInFolder } from '../support/find-in-folder.ts';
import { takeBuild } from './worker-build.ts';

export { expect };

export interface Target {
  target: BrowserName;
}

interface Shared extends Target {
  standin: Standin;
  extensionDir: string;
  used: UsedBrowser;
}

/** A worker's browser, and what its profile must not hold in the end. */
interface UsedBrowser {
  extension: ExtensionBrowser;
  /** Where the extension stood in each scenario so far. */
  origins: string[];
  tokens: string[];
}

/** Another extension in the same browser, which must get nothing. */
const NEIGHBOUR = fileURLToPath(new URL('neighbour', import.meta.url));

export const test = base.extend<{ extension: ExtensionBrowser; resetStandin: void }, Shared>({
  target: ['chromium', { option: true, scope: 'worker' }],

  standin: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of the first parameter
    async ({}, use) => {
      const standin = await startStandin({ live: [] });
      await use(standin);
      await standin.close();
    },
    { scope: 'worker' },
  ],

  // A build names the stand-in's port, so each worker has its own.
  extensionDir: [
    async ({ target, standin }, use) => use(takeBuild(target, standin)),
    { scope: 'worker' },
  ],

  used: [
    async ({ target, extensionDir }, use) => {
      const extension = await launchExtension({
        browser: target,
        extensionDir,
        neighbourDirs: [NEIGHBOUR],
      });
      const used: UsedBrowser = { extension, origins: [], tokens: [] };
      await use(used);
      try {
        if (extension.keepsProfile) await expectNoTokenInProfile(used);
      } finally {
        await extension.close();
      }
    },
    { scope: 'worker', timeout: 60_000 },
  ],

  resetStandin: [
    async ({ standin }, use) => {
      await standin.control.reset({ accounts: true });
      // Only what a test says is played: whoever happens to listen now stops.
      for (const listener of LISTENER_KEYS) await standin.control.quiet({ listener });
      await use();
    },
    { auto: true },
  ],

  extension: async ({ used, standin }, use, testInfo) => {
    const { extension } = used;
    if (used.origins.length > 0) await extension.renew();
    used.origins.push(extension.origin());
    await use(extension);

    const { accessTokens, refreshTokens } = await standin.control.issuedTokens();
    const tokens = [...accessTokens, ...refreshTokens];
    if (testInfo.status !== testInfo.expectedStatus) {
      await testInfo.attach('browser log', { body: extension.log(), contentType: 'text/plain' });
      console.error(extension.log().slice(-4000));
      return;
    }
    expect(tokens.filter((token) => extension.log().includes(token))).toEqual([]);
    used.tokens.push(...tokens);
    if (!extension.keepsProfile) await expectNoTokenInProfile(used);
  },
});

/** Whatever scenarios did: no token stands as text in the profile they leave. */
async function expectNoTokenInProfile({ extension, origins, tokens }: UsedBrowser): Promise<void> {
  await extension.quit();
  if (extension.keepsProfile) {
    // What every scenario stored is still there; otherwise there would be nothing to find.
    const paths = readdirSync(extension.profileDir, { recursive: true, encoding: 'utf8' });
    const hosts = origins.map((origin) => new URL(origin).host);
    expect(hosts.filter((host) => !paths.some((path) => path.includes(host)))).toEqual([]);
  }
  expect(findInFolder(extension.profileDir, tokens)).toEqual([]);
}
