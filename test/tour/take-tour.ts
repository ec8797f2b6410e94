/** The guided tour: what a person would do in the first minutes, with a picture of every page. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NAVIGATION } from '../../lib/ui/dashboard/page-keys.ts';
import { catalog, entryOf } from '../standin/catalog.ts';
import type { Standin } from '../standin/index.ts';
import type { DrivenPage } from '../support/driven-page.ts';
import { writeZip } from '../support/exports/write-export.ts';
import type { ExtensionBrowser } from '../support/extension-browser.ts';
import { answerSignIn, openSignIn } from '../support/sign-in.ts';

const OUTPUT = fileURLToPath(new URL('../../.output/tour', import.meta.url));

/** A hundred thousand rows, on a slow machine. */
const IMPORT_MS = 120_000;
/** The page the URL names is there. */
const DRAWN = '.dash__main[aria-busy="false"] .panels';
/** The last words of the navigation, before those of the page itself. */
const PAGE_BEGINS = 'History\n';

/** Prints each step with what it saw; true when all went well. Pictures go to `.output/tour/<browser>/`. */
export async function takeTour(extension: ExtensionBrowser, standin: Standin): Promise<boolean> {
  const folder = join(OUTPUT, extension.name);
  mkdirSync(folder, { recursive: true });
  const guest = standin.listeners.mira;
  let failures = 0;
  let number = 0;

  /** A step after a failed one is still tried: it may stand on its own. */
  async function step(title: string, work: () => Promise<string>): Promise<void> {
    number += 1;
    try {
      console.log(`${number}. ${title}\n   ${indent(await work())}`);
    } catch (error) {
      failures += 1;
      const cause = error instanceof Error ? error.message : String(error);
      console.log(`${number}. ${title}\n   FAILED: ${indent(cause)}`);
    }
  }

  async function photograph(page: DrivenPage, name: string): Promise<void> {
    for (const scheme of ['light', 'dark'] as const) {
      await page.setColorScheme(scheme);
      await page.waitForStillness();
      await page.screenshot(`${join(folder, `${name}-${scheme}`)}.png`);
    }
  }

  const options = await extension.open('options.html');

  await step('The options page shows the way in', async () => {
    const seen = await options.waitForText('Redirect URI');
    await photograph(options, 'welcome');
    return quote(seen, 3);
  });

  await step('"Connect Spotify" opens the sign-in window', async () => {
    const window = await openSignIn(options, { extension, standin });
    await window.waitForButton(`Sign in as ${guest.displayName}`);
    const seen = await window.text();
    await photograph(window, 'sign-in');
    await answerSignIn(window, { standin, as: 'mira' });
    return `${quote(seen, 3)}\nSigned in as ${guest.displayName}, agreed; the window closed.`;
  });

  await step('The account is connected', async () => {
    await options.waitForText(guest.displayName);
    const seen = await options.waitForText(/Connected · .+/);
    return /Connected · .+/.exec(seen)?.[0] ?? '';
  });

  const last = await standin.control.play({ listener: 'mira' });
  const lastTitle = entryOf(catalog.tracks, last.trackId).name;

  await step('"Sync now" collects what was played', async () => {
    await options.clickButton('Sync now');
    const seen = await options.waitForText(/Synced: .+/);
    await photograph(options, 'options');
    return `The last play was "${lastTitle}". The page says: ${/Synced: .+/.exec(seen)?.[0] ?? ''}`;
  });

  await step('The popup shows what it means', async () => {
    const popup = await extension.open('popup.html');
    const seen = await popup.waitForText(/\d+ plays/);
    await photograph(popup, 'popup');
    return quote(seen, 20);
  });

  await step('The dashboard lists the play', async () => {
    const dashboard = await extension.open('dashboard.html');
    const seen = await dashboard.waitForText(lastTitle);
    await photograph(dashboard, 'dashboard-young');
    await dashboard.close();
    return quote(seen, 20);
  });

  await step('The zip from Spotify brings all the years before', async () => {
    const zip = join(folder, 'my_spotify_data.zip');
    writeFileSync(zip, await writeZip(standin.personalData('mira', last.startedAt)));
    await options.chooseFile('.import-files', zip);
    const seen = await options.waitForText(/([\d,.]+) rows read/i, IMPORT_MS);
    await photograph(options, 'options-imported');
    rmSync(zip);
    return /.*rows read.*/i.exec(seen)?.[0] ?? '';
  });

  for (const page of NAVIGATION) {
    await step(`The dashboard: ${page}`, async () => {
      const dashboard = await extension.open(`dashboard.html#page=${page}`);
      await dashboard.waitForFirst(DRAWN);
      const seen = await dashboard.text();
      await photograph(dashboard, `dashboard-${page}`);
      const parts = await dashboard.page.$$eval('.parts__link:not([aria-current])', (links) =>
        links.map((link) => (link as HTMLAnchorElement).hash),
      );
      for (const part of parts) {
        await go(dashboard, part);
        await photograph(dashboard, `dashboard-${page}-${nameIn(part, 'part')}`);
      }
      await dashboard.close();
      return quote(seen.slice(seen.indexOf(PAGE_BEGINS)), 8);
    });
  }

  for (const [kind, list] of [
    ['artist', 'artists'],
    ['album', 'albums'],
    ['song', 'songs'],
  ] as const) {
    await step(`The dashboard: the page of the first ${kind}`, async () => {
      const dashboard = await extension.open(`dashboard.html#page=top&list=${list}`);
      await dashboard.waitForFirst(`${DRAWN} .name-link__name a`);
      const hash = await dashboard.page.$eval('.name-link__name a', (link) =>
        link.getAttribute('href'),
      );
      await go(dashboard, hash!);
      await photograph(dashboard, `dashboard-${kind}`);
      await dashboard.close();
      return nameIn(hash!, 'name');
    });
  }

  console.log(`\nPictures: ${folder}`);
  console.log(failures === 0 ? 'Every step went well.' : `${failures} of ${number} steps failed.`);
  return failures === 0;
}

/** To another place in the dashboard, drawn. */
async function go(dashboard: DrivenPage, hash: string): Promise<void> {
  await dashboard.page.evaluate(async (wanted) => {
    const changed = new Promise((resolve) => {
      window.addEventListener('hashchange', () => requestAnimationFrame(resolve), { once: true });
    });
    location.hash = wanted;
    await changed;
  }, hash);
  await dashboard.waitForFirst(DRAWN);
}

function nameIn(hash: string, parameter: string): string {
  return new URLSearchParams(hash.slice(1)).get(parameter) ?? '';
}

/** The first lines of what stood on a page. */
function quote(text: string, lineCount: number): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines
    .slice(0, lineCount)
    .map((line) => `| ${line}`)
    .join('\n');
}

function indent(text: string): string {
  return text.replaceAll('\n', '\n   ');
}
