/** What every scenario starts from: a stand-in for Spotify, and a browser with the extension built for it. */
import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test as base } from '@playwright/test';
import { startStandin, type Standin } from '../standin/index.ts';
import { LISTENER_KEYS } from '../standin/listeners.ts';
import { buildExtension } from '../support/build-extension.ts';
import type { BrowserName } from '../support/driver.ts';
import { launchExtension, type ExtensionBrowser } from '../support/extension-browser.ts';
import { findInFolder } from '../support/find-in-folder.ts';

export { expect };

export interface Target {
  target: BrowserName;
}

interface Shared extends Target {
  standin: Standin;
  extensionDir: string;
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
    async ({ target, standin }, use) => {
      const outDir = `.output/test/e2e-${target}-${new URL(standin.url).port}`;
      const extensionDir = await buildExtension({
        browser: target,
        outDir,
        endpoints: {
          WXT_SPOTIFY_ACCOUNTS_URL: standin.accountsUrl,
          WXT_SPOTIFY_API_URL: standin.apiUrl,
        },
      });
      await use(extensionDir);
      rmSync(dirname(extensionDir), { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 120_000 },
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

  extension: async ({ target, extensionDir, standin }, use, testInfo) => {
    const extension = await launchExtension({
      browser: target,
      extensionDir,
      neighbourDirs: [NEIGHBOUR],
    });
    await use(extension);
    if (testInfo.status !== testInfo.expectedStatus) {
      await testInfo.attach('browser log', { body: extension.log(), contentType: 'text/plain' });
      console.error(extension.log().slice(-4000));
    } else {
      await expectNoTokenLeft(extension, standin);
    }
    await extension.close();
  },
});

/** Whatever a scenario did: no token stands as text in the profile it leaves, or in any log. */
async function expectNoTokenLeft(extension: ExtensionBrowser, standin: Standin): Promise<void> {
  await extension.quit();
  const { accessTokens, refreshTokens } = await standin.control.issuedTokens();
  const tokens = [...accessTokens, ...refreshTokens];
  expect(findInFolder(extension.profileDir, tokens)).toEqual([]);
  expect(tokens.filter((token) => extension.log().includes(token))).toEqual([]);
}
