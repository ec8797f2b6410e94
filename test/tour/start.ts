/** `npm start`: stand-in, build, browser. A window where there is a screen, the guided tour elsewhere. */
import { rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startStandin, type Standin } from '../standin/index.ts';
import { buildExtension } from '../support/build-extension.ts';
import type { BrowserName } from '../support/driver.ts';
import { writeZip } from '../support/exports/write-export.ts';
import { launchExtension } from '../support/extension-browser.ts';
import { takeTour } from './take-tour.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const args = new Set(process.argv.slice(2));
const browser: BrowserName = args.has('--firefox') ? 'firefox' : 'chromium';

const standin = await startStandin();
// Of its own, so that two of these do not build over each other.
const outDir = `.output/standin/${new URL(standin.url).port}`;
try {
  console.log(`The stand-in for Spotify listens at ${standin.url}`);
  const extensionDir = await buildExtension({
    browser,
    outDir,
    endpoints: {
      WXT_SPOTIFY_ACCOUNTS_URL: standin.accountsUrl,
      WXT_SPOTIFY_API_URL: standin.apiUrl,
      WXT_SPOTIFY_CLIENT_ID: standin.clientId,
    },
  });
  console.log(`The extension is built for it: ${extensionDir}`);
  if (hasScreen() && !args.has('--headless')) await showWindow(extensionDir, standin);
  else process.exitCode = (await tour(extensionDir, standin)) ? 0 : 1;
} finally {
  await standin.close();
  rmSync(join(ROOT, outDir), { recursive: true, force: true });
}

function hasScreen(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}

async function showWindow(extensionDir: string, onStandin: Standin): Promise<void> {
  const { clientId, listeners } = onStandin;
  const zip = join(dirname(extensionDir), 'my_spotify_data.zip');
  writeFileSync(zip, await writeZip(onStandin.personalData('mira', Date.now())));
  const extension = await launchExtension({ browser, extensionDir, headless: false });
  const people = Object.values(listeners).map(({ displayName }) => displayName);
  console.log(`
${browser} is open with the extension in it. In its options, choose "Connect Spotify", then sign in
as ${people.join(' or ')}. The client ID of the stand-in is ${clientId}.
For "Import history", here is the zip Mira would get from Spotify: ${zip}
Close the browser, or press Ctrl-C, to end.`);
  const interrupt = () => void extension.quit();
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  await extension.waitForExit();
  rmSync(extension.profileDir, { recursive: true, force: true, maxRetries: 5 });
}

/** True when every step went well. */
async function tour(extensionDir: string, onStandin: Standin): Promise<boolean> {
  console.log(`No screen here: a guided tour in headless ${browser} instead.\n`);
  const extension = await launchExtension({ browser, extensionDir });
  try {
    return await takeTour(extension, onStandin);
  } finally {
    await extension.close();
  }
}
