/** Runs the measures of the whole extension: built against a stand-in, with an account that has plays. */
import { fileURLToPath } from 'node:url';
import { startStandin, type Standin } from '../standin/index.ts';
import { buildExtension } from '../support/build-extension.ts';
import { type ExtensionBrowser, launchExtension } from '../support/extension-browser.ts';
import { connect } from '../support/sign-in.ts';
import { waitUntil } from '../support/wait-until.ts';
import { measurePopup, measureToken } from './measures/product.ts';
import type { Line } from './report.ts';

const BARE = fileURLToPath(new URL('bare', import.meta.url));

/** `outDir` is below `.output`, and new. */
export async function benchProduct(
  outDir: string,
  wants: (name: 'popup' | 'token') => boolean,
): Promise<Line[]> {
  if (!wants('popup') && !wants('token')) return [];
  const standin = await startStandin();
  try {
    const extensionDir = await buildExtension({
      browser: 'chromium',
      outDir,
      endpoints: {
        WXT_SPOTIFY_ACCOUNTS_URL: standin.accountsUrl,
        WXT_SPOTIFY_API_URL: standin.apiUrl,
      },
    });
    const options = { browser: 'chromium', extensionDir, neighbourDirs: [BARE] } as const;
    const extension = await launchExtension(options);
    try {
      await fill(extension, standin);
      return [
        ...(wants('popup') ? await measurePopup(extension, extensionDir) : []),
        ...(wants('token') ? await measureToken(extension, standin) : []),
      ];
    } finally {
      await extension.close();
    }
  } finally {
    await standin.close();
  }
}

/** A connected account with plays, and a popup that has seen them once. */
async function fill(extension: ExtensionBrowser, on: Standin): Promise<void> {
  const options = await extension.open('options.html');
  await connect(options, { extension, standin: on, as: 'mira' });
  await options.clickButton('Sync now');
  await options.waitForText(/Synced: /);
  const popup = await extension.open('popup.html');
  await popup.waitForFirst('.amount__value');
  await waitUntil('the popup to leave its picture', () =>
    popup.page.evaluate(() => localStorage.getItem('ostinato/popup-picture') !== null),
  );
  await popup.close();
  await options.close();
}
