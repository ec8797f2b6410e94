/** `npm run bench`: ratios of one run in a real Chromium. Slowness is shown, and never an error. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startStandin, type Standin } from '../standin/index.ts';
import { buildExtension } from '../support/build-extension.ts';
import { launchExtension, type ExtensionBrowser } from '../support/extension-browser.ts';
import { connect } from '../support/sign-in.ts';
import { median } from './median.ts';
import { measurePaint, measurePopupScripts } from './popup-paint.ts';
import { measureAnswer } from './token-get.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BARE = fileURLToPath(new URL('bare', import.meta.url));
const BARE_INDEX = 1;
const WARM_ROUNDS = 30;
const COLD_ROUNDS = 8;

const standin = await startStandin();
// Of its own, so that two of these do not build over each other.
const outDir = `.output/bench/${new URL(standin.url).port}`;
try {
  const extensionDir = await buildExtension({
    browser: 'chromium',
    outDir,
    endpoints: {
      WXT_SPOTIFY_ACCOUNTS_URL: standin.accountsUrl,
      WXT_SPOTIFY_API_URL: standin.apiUrl,
    },
  });
  const extension = await launchExtension({
    browser: 'chromium',
    extensionDir,
    neighbourDirs: [BARE],
  });
  try {
    await fill(extension, standin);
    await comparePaint('popup, warm', WARM_ROUNDS, extension, async () => undefined);
    await comparePaint('popup, cold', COLD_ROUNDS, extension, () => extension.restart());
    const scriptBytes = measurePopupScripts(extensionDir);
    printLine('popup scripts', `${(scriptBytes / 1000).toFixed(1)} kB gzipped`, '≤ 40 kB');
    await compareTokenGet(extension, standin);
  } finally {
    await extension.close();
  }
} finally {
  await standin.close();
  rmSync(join(ROOT, outDir), { recursive: true, force: true });
}

/** A connected account with plays, and a popup that has seen them once. */
async function fill(extension: ExtensionBrowser, on: Standin): Promise<void> {
  const options = await extension.open('options.html');
  await connect(options, { extension, standin: on, as: 'mira' });
  await options.clickButton('Sync now');
  await options.waitForText(/Synced: /);
  const popup = await extension.open('popup.html');
  await popup.waitForFirst('.amount__value');
  await popup.close();
  await options.close();
}

/** `between` stands before each measurement, of both pages alike. */
async function comparePaint(
  name: string,
  rounds: number,
  extension: ExtensionBrowser,
  between: () => Promise<void>,
): Promise<void> {
  const [popup, page]: [number[], number[]] = [[], []];
  const staticUrl = `${extension.originOf(BARE_INDEX)}/page.html`;
  for (let round = 0; round < rounds; round++) {
    await between();
    popup.push(await measurePaint(extension, 'popup.html'));
    await between();
    page.push(await measurePaint(extension, staticUrl));
  }
  const limit = name.endsWith('cold') ? '≤ 1.5' : '≤ 1.3';
  printRatio(name, popup, page, limit, 'a static page');
}

async function compareTokenGet(extension: ExtensionBrowser, on: Standin): Promise<void> {
  const [asked, bare]: [number[], number[]] = [[], []];
  const dashboard = await extension.open('dashboard.html');
  const page = await extension.open(`${extension.originOf(BARE_INDEX)}/page.html`);
  const message = {
    type: 'ostinato/request',
    name: 'token.get',
    request: { accountId: on.listeners.mira.accountId },
  };
  // The browser was restarted: the first answer refreshes, and the token is good from then on.
  await measureAnswer(dashboard, message);
  for (let round = 0; round < WARM_ROUNDS; round++) {
    await extension.stopBackground();
    asked.push(await measureAnswer(dashboard, message));
    await extension.stopBackground(BARE_INDEX);
    bare.push(await measureAnswer(page, 'ping'));
  }
  printRatio('token.get, worker stopped', asked, bare, '≤ 1.2', 'a bare round trip');
}

function printRatio(
  name: string,
  ours: readonly number[],
  theirs: readonly number[],
  limit: string,
  yardstick: string,
): void {
  const [mine, other] = [median(ours), median(theirs)];
  const detail = `${mine.toFixed(1)} ms against ${other.toFixed(1)} ms for ${yardstick}`;
  printLine(name, `${(mine / other).toFixed(2)} ×  (${detail})`, limit);
}

function printLine(name: string, value: string, limit: string): void {
  console.log(`${name.padEnd(27)} ${value}  budget ${limit}`);
}
