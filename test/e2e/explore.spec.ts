/** Finding one's way from list to page and back, with the keyboard alone. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DrivenPage } from '../support/driven-page.ts';
import { writeExportZip } from '../support/exports/write-export.ts';
import { expect, test } from './fixtures.ts';

/** Enough for a list that is longer than a page of it. */
const ROWS = 6000;
const DRAWN = '.dash__main[aria-busy="false"] .panels';

let folder = '';
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ostinato-explore-'));
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

const titleOf = ({ page }: DrivenPage) => page.$eval('h1', (heading) => heading.textContent);
const focusedRow = ({ page }: DrivenPage) =>
  page.evaluate(() =>
    Number(document.activeElement?.closest('[data-row]')?.getAttribute('data-row') ?? NaN),
  );

test(
  'leads from a long list to a song and back, and to anything by its name',
  { tag: '@chromium' },
  async ({ extension }) => {
    const zip = join(folder, 'data.zip');
    writeFileSync(zip, await writeExportZip(5, ROWS));
    const options = await extension.open('options.html');
    await options.chooseFile('.import-files', zip);
    await options.waitForText(/rows read/i, 60_000);
    await options.close();

    const view = await extension.open('dashboard.html#page=top&list=songs');
    const { page } = view;
    await view.waitForFirst(`${DRAWN} [data-row="0"] a`);
    const count =
      (await page.$eval('table.rows', (table) => Number(table.getAttribute('aria-rowcount')))) - 1;

    await test.step('draws few of many rows, and goes to the last by keyboard', async () => {
      expect(count).toBeGreaterThan(200);
      expect(await page.$$eval('[data-row]', (rows) => rows.length)).toBeLessThan(80);
      await page.focus('[data-row="0"] a');
      await page.keyboard.press('ArrowDown');
      await expect.poll(() => focusedRow(view)).toBe(1);
      await page.keyboard.press('End');
      await expect.poll(() => focusedRow(view)).toBe(count - 1);
      await page.keyboard.press('ArrowUp');
      await expect.poll(() => focusedRow(view)).toBe(count - 2);
    });

    await test.step('opens a song, and comes back to where one stood', async () => {
      const scrolled = await page.evaluate(() => window.scrollY);
      expect(scrolled).toBeGreaterThan(10_000);
      const name = await page.evaluate(() => document.activeElement?.textContent);
      await view.press('Enter');
      await expect.poll(() => titleOf(view)).toBe(name);
      expect(await page.evaluate(() => window.scrollY)).toBe(0);
      await view.waitForFirst(`${DRAWN} .detail-head`);
      await page.goBack();
      await view.waitForFirst(`${DRAWN} table.rows`);
      await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(scrolled);
    });

    await test.step('orders the rows by a column, by keyboard, and keeps it in the URL', async () => {
      await page.focus('th.rows__name button');
      await page.keyboard.press('Enter');
      await view.waitForFirst(`${DRAWN} th.rows__name[aria-sort="ascending"]`);
      await page.keyboard.press('Enter');
      await view.waitForFirst(`${DRAWN} th.rows__name[aria-sort="descending"]`);
      expect(view.url()).toContain('sort=-name');
      await page.goBack();
      await page.goBack();
      await view.waitForFirst(`${DRAWN} th.rows__place[aria-sort="ascending"]`);
    });

    await test.step('filters as one types', async () => {
      await page.focus('.filter');
      await view.type('zzzz');
      await view.waitForText('No name here holds what you typed.');
      await expect.poll(() => view.url()).toContain('filter=zzzz');
    });

    await test.step('finds a name from anywhere', async () => {
      await page.evaluate(() => (document.activeElement as HTMLElement).blur());
      await view.type('/');
      expect(await view.focused()).toBe('Search artists, songs and albums');
      await view.type('mo');
      await view.waitForFirst('.search__result');
      await page.keyboard.press('ArrowDown');
      await view.waitForFirst('.search__result[aria-selected="true"]');
      const name = await page.$eval('[aria-selected="true"] bdi', (found) => found.textContent);
      expect(await view.findAccessibilityFaults()).toEqual([]);
      await view.press('Enter');
      await expect.poll(() => titleOf(view)).toBe(name);
      await view.waitForFirst(`${DRAWN} .detail-head`);
      await expect.poll(() => view.focused()).toBe(name);
    });

    await test.step('says when there is no such thing', async () => {
      await page.evaluate(() => {
        location.hash = '#page=song&name=Never&artist=Heard';
      });
      await view.waitForText('This song is not in your history');
    });
  },
);
