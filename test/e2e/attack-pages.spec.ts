/** What strangers call their songs, and what code that got into a page could bring in or send out. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TargetType } from 'puppeteer-core';
import type { DrivenPage } from '../support/driven-page.ts';
import { writeZip } from '../support/exports/write-export.ts';
import type { ExtensionBrowser } from '../support/extension-browser.ts';
import { answerSignIn, openSignIn } from '../support/sign-in.ts';
import {
  findHarm,
  HOSTILE_NAMES,
  HOSTILE_TRACKS,
  hostileNamesById,
} from './attackers/hostile-names.ts';
import { plantIn } from './attackers/plant.ts';
import { expect, test } from './attackers/hostile-test.ts';
import type { HostileSite } from './attackers/site.ts';

const NAMES: string[] = Object.values(HOSTILE_NAMES);

const WORKER = fileURLToPath(new URL('attackers/planted/intruder-worker.js', import.meta.url));

/** An hour apart, so that each is a play of its own. */
const HOUR_MS = 3_600_000;

test('shows any name as a name, and lets nothing in or out', async ({
  extension,
  extensionDir,
  site,
  standin,
}) => {
  const uproot = plantIn(extensionDir);
  const options = await extension.open('options.html');

  await test.step('names from Spotify', async () => {
    await standin.control.set({ names: hostileNamesById(standin.listeners.mira.userId) });
    for (const [place, { trackId }] of HOSTILE_TRACKS.entries()) {
      const endedAt = (await standin.control.now()) - (place + 1) * HOUR_MS;
      await standin.control.play({ listener: 'mira', trackId, endedAt });
    }
    const window = await openSignIn(options, { extension, standin });
    await answerSignIn(window, { standin, as: 'mira' });
    await options.waitForText(/Connected · synced /);
    await options.waitForText(HOSTILE_NAMES.markup);
    await expectNoHarm(options);
    for (const path of ['popup.html', 'dashboard.html', 'dashboard.html#page=top']) {
      const page = await extension.open(path);
      await page.waitForText(HOSTILE_NAMES.markup);
      await expectNoHarm(page);
      await page.close();
    }
  });

  await test.step('names in a file', async () => {
    const path = await writeHostileExport();
    await options.chooseFile('.import-files', path);
    await options.waitForText(`Imported: ${NAMES.length - 1} new streams`);
    rmSync(dirname(path), { recursive: true });
    await options.waitForText(/ran\(1\)>\.json\s+6\s+a name of impossible length/);
    await expectNoHarm(options);
  });
  expect(extension.log()).not.toMatch(/Content.Security.Policy/i);

  await test.step('code in a page brings nothing in, and reaches nobody', async () => {
    site.visits.length = 0;
    const dashboard = await extension.open('dashboard.html');
    const before = dashboard.url();
    await bringIn(dashboard, '/intruder.js');
    await dashboard.page.evaluate((url) => intruder.try(url), site.url);
    const missing = async () => {
      const refused = await dashboard.page.evaluate(() => intruder.refused);
      return REFUSED.filter((one) => !refused.includes(one));
    };
    await expect.poll(missing).toEqual([]);
    expect(await dashboard.page.evaluate(() => intruder.ran)).toEqual([]);
    expect(dashboard.url()).toBe(before);
    // Chromium makes workers from text, too: they are bound as those from files are.
    for (const text of [null, readFileSync(WORKER, 'utf8')]) {
      expect(await dashboard.page.evaluate(askWorker, site.url, text)).toEqual([]);
    }
    expect(await reachOutFromBackground(extension, dashboard, site)).toBe('refused');
    expect(site.visits).toEqual([]);
  });
  uproot();
});

async function expectNoHarm({ page }: DrivenPage): Promise<void> {
  expect(await page.evaluate(findHarm, NAMES)).toEqual([]);
}

/** What the policy must have refused in the end. */
const REFUSED = [
  'script-src inline',
  'script-src eval',
  'script-src /script',
  'script-src data',
  'script-src blob',
  'script-src /module',
  'style-src inline',
  'style-src /style',
  'img-src /image',
  'font-src /font',
  'media-src /sound',
  'frame-src',
  'object-src',
  'connect-src /fetch',
  'connect-src /xhr',
  'connect-src /beacon',
  'connect-src /socket',
  'connect-src /events',
  'form-action /form',
  'base-uri /base/',
];

async function bringIn({ page }: DrivenPage, src: string): Promise<void> {
  await page.evaluate(
    (address) =>
      new Promise<void>((resolve, reject) => {
        const script = Object.assign(document.createElement('script'), { src: address });
        script.addEventListener('load', () => resolve());
        script.addEventListener('error', () => reject(new Error(`${address} did not get in`)));
        document.head.append(script);
      }),
    src,
  );
}

/** Runs in a page of ours: what a worker could do, of the page's own files or of this text. */
function askWorker(url: string, text: string | null): Promise<unknown> {
  const source = text === null ? '/intruder-worker.js' : URL.createObjectURL(new Blob([text]));
  const worker = new Worker(source);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
  worker.postMessage(url);
  return new Promise((resolve) => {
    worker.addEventListener('message', ({ data }) => resolve(data));
    worker.addEventListener('error', () => resolve([]));
  });
}

/** The background's code, gone bad, asks the attacker's site. */
async function reachOutFromBackground(
  extension: ExtensionBrowser,
  { page }: DrivenPage,
  site: HostileSite,
): Promise<string> {
  const address = `${site.url}/background`;
  if (extension.name === 'firefox') {
    return page.evaluate(async (url) => {
      const background = await chrome.runtime.getBackgroundPage();
      return background.fetch(url).then(
        () => 'answered',
        () => 'refused',
      );
    }, address);
  }
  const target = await page
    .browser()
    .waitForTarget(
      (one) => one.type() === TargetType.SERVICE_WORKER && one.url().startsWith(extension.origin()),
    );
  const worker = await target.worker();
  return worker!.evaluate(
    (url) =>
      fetch(url).then(
        () => 'answered',
        () => 'refused',
      ),
    address,
  );
}

async function writeHostileExport(): Promise<string> {
  const rows = NAMES.map((name, place) => ({
    ts: `2024-05-0${place + 1}T10:00:00Z`,
    ms_played: 200_000,
    platform: HOSTILE_NAMES.markup,
    conn_country: '<b>',
    master_metadata_track_name: name,
    master_metadata_album_artist_name: name,
    master_metadata_album_album_name: name,
    spotify_track_uri: `spotify:track:${String(place).repeat(22)}`,
    reason_start: HOSTILE_NAMES.link,
    reason_end: 'trackdone',
  }));
  const folder = mkdtempSync(join(tmpdir(), 'ostinato-hostile-'));
  const path = join(folder, '<img src=x onerror=ran(1)>.zip');
  const name = '../../Streaming_History_Audio_<img src=x onerror=ran(1)>.json';
  writeFileSync(path, await writeZip([{ path: name, text: JSON.stringify(rows) }], { level: 0 }));
  return path;
}

/** What the script leaves in the page. */
declare const intruder: { ran: string[]; refused: string[]; try(site: string): Promise<void> };
