/** Every view of the dashboard over years of listening: its figures, its keyboard, its calm. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NAVIGATION } from '../../lib/ui/dashboard/page-keys.ts';
import type { DrivenPage } from '../support/driven-page.ts';
import type { ExtensionBrowser } from '../support/extension-browser.ts';
import { writeZip } from '../support/exports/write-export.ts';
import { countReceipts } from '../support/receipts.ts';
import { waitUntil } from '../support/wait-until.ts';
import { speakEnglish } from '../unit/ui/english.ts';
import { expect, test } from './fixtures.ts';
import { checkDetail } from './golden/details.ts';
import { createGolden, type Golden } from './golden/golden.ts';
import { checkHabits } from './golden/habits.ts';
import { checkHistory } from './golden/history.ts';
import { checkKept } from './golden/kept.ts';
import { checkOverview } from './golden/overview.ts';
import { go } from './golden/screen.ts';
import type { Stage } from './golden/stage.ts';
import { checkTaste } from './golden/taste.ts';
import { checkTimeline } from './golden/timeline.ts';
import { checkTop } from './golden/top.ts';
import { checkYear } from './golden/year.ts';

let folder = '';
let golden: Golden;
test.beforeAll(async ({ standin }) => {
  speakEnglish('en-US');
  folder = mkdtempSync(join(tmpdir(), 'ostinato-golden-'));
  golden = await createGolden(standin);
});
test.afterAll(() => {
  golden.close();
  rmSync(folder, { recursive: true, force: true });
});

/** @param before imports until now. */
async function importFiles(
  extension: ExtensionBrowser,
  files: Golden['files'],
  before = 0,
): Promise<void> {
  const zip = join(folder, 'my_spotify_data.zip');
  writeFileSync(zip, await writeZip(files, { level: 1 }));
  const options = await extension.open('options.html');
  await options.chooseFile('.import-files', zip);
  await waitUntil('the receipt', async () => (await countReceipts(options)) > before, 60_000);
  await options.close();
}

test('shows in every view what SQL finds in the same rows', async ({ extension }) => {
  await importFiles(extension, golden.files);
  const stage: Stage = { page: await extension.open('dashboard.html'), golden };
  await test.step('overview', () => checkOverview(stage));
  const isFirefox = extension.name === 'firefox';
  await test.step('top', () => checkTop(stage, isFirefox ? ['time'] : ['plays', 'time']));
  await test.step('timeline', () => checkTimeline(stage));
  await test.step('an artist', () => checkDetail(stage, 'artist'));
  // What is drawn of the rest is the same in both browsers.
  if (isFirefox) return;
  await test.step('an album', () => checkDetail(stage, 'album'));
  await test.step('a song', () => checkDetail(stage, 'song'));
  await test.step('taste', () => checkTaste(stage));
  await test.step('habits', () => checkHabits(stage));
  await test.step('year in review', () => checkYear(stage));
  await test.step('history', () => checkHistory(stage));

  // What is kept is held against today: it takes something heard lately.
  await stage.page.close();
  await importFiles(extension, golden.lately, 1);
  await golden.loadLately();
  stage.page = await extension.open('dashboard.html');
  await test.step('playlists and library', () => checkKept(stage));
});

// Only Chromium tells of layout shifts, and axe asks the same of both.
test('is calm and open to everybody on every page', { tag: '@chromium' }, async ({ extension }) => {
  await importFiles(extension, golden.files);
  for (const key of NAVIGATION) {
    await test.step(key, async () => {
      const page = await extension.open(`dashboard.html#page=${key}`);
      await page.waitForFirst('.dash__main[aria-busy="false"] .panels');
      await page.waitForStillness();
      expect.soft(await measureShift(page), `layout shift of ${key}`).toBeLessThan(0.1);
      expect.soft(await page.findFaultsInBothThemes(), key).toEqual([]);
      await page.close();
    });
  }
  await test.step('each part of a page, and each kind of page of its own', async () => {
    const page = await extension.open('dashboard.html');
    const parts: string[] = [];
    for (const key of ['taste', 'habits']) {
      await go(page, `#page=${key}`);
      const links = await page.page.$$eval('.parts__link', (all) =>
        all.map((link) => link.getAttribute('href') ?? ''),
      );
      parts.push(...links);
    }
    expect(parts.length).toBeGreaterThan(10);
    for (const list of ['artists', 'albums', 'songs']) {
      await go(page, `#page=top&list=${list}`);
      const own = await page.page.$eval('.name-link__name a', (link) => link.getAttribute('href'));
      parts.push(own!);
    }
    for (const hash of parts) {
      await go(page, hash);
      expect.soft(await page.findFaultsInBothThemes(), hash).toEqual([]);
    }
  });
});

/** The sum of all layout shifts since the page was loaded: web.dev calls up to 0.1 good. */
async function measureShift(page: DrivenPage): Promise<number> {
  return page.page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        const observer = new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as unknown as Shift).value;
        });
        observer.observe({ type: 'layout-shift', buffered: true });
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)));

        interface Shift {
          value: number;
        }
      }),
  );
}
