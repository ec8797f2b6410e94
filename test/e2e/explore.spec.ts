/** Finding one's way from list to page and back, with the keyboard alone. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DrivenPage } from '../support/driven-page.ts';
import { generateExportFiles, writeZip } from '../support/exports/write-export.ts';
import { NAVIGATION } from '../../lib/ui/dashboard/page-keys.ts';
import { expect, test } from './fixtures.ts';
import { ENDLESS, HEBREW, HOSTILE_FILES } from './hostile-export.ts';
import { DRAWN, titleOf, walkThrough } from './keyboard-walk.ts';

/** Enough for a list that is longer than a page of it. */
const ROWS = 6000;
let folder = '';
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ostinato-explore-'));
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

const focusedRow = ({ page }: DrivenPage) =>
  page.evaluate(() =>
    Number(document.activeElement?.closest('[data-row]')?.getAttribute('data-row') ?? NaN),
  );

/** How much further the page goes than the window, in px. */
const widthOver = ({ page }: DrivenPage) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });

test(
  'leads from a long list to a song and back, and to anything by its name',
  { tag: '@chromium' },
  async ({ extension }) => {
    const zip = join(folder, 'data.zip');
    writeFileSync(zip, await writeZip([...generateExportFiles(5, ROWS), ...HOSTILE_FILES]));
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
      // At once: an answer to the first letter alone is replaced, and with it what was pointed at.
      await page.keyboard.sendCharacter('mo');
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

    await test.step('is nowhere wider than a phone, however long the names are', async () => {
      await page.setViewport({ width: 400, height: 800 });
      const own = new URLSearchParams({ name: ENDLESS, artist: ENDLESS }).toString();
      for (const place of [
        ...NAVIGATION.map((key) => `page=${key}`),
        ...['artists', 'albums', 'playlists'].map((list) => `page=top&list=${list}`),
        ...['artist', 'album', 'song'].map((kind) => `page=${kind}&${own}`),
      ]) {
        await page.evaluate((hash) => {
          location.hash = hash;
        }, place);
        await page.waitForFunction((hash) => location.hash === `#${hash}`, {}, place);
        await view.waitForFirst(DRAWN);
        expect.soft(await widthOver(view), place).toBe(0);
      }
      await page.setViewport({ width: 1280, height: 800 });
    });

    await test.step('cuts names at their end, and leaves them room', async () => {
      await page.evaluate(() => {
        location.hash = '#page=overview';
      });
      await view.waitForFirst(`${DRAWN} .top-list__name`);
      const cut = await page.$$eval(
        '.top-list__name .name-link__name',
        (names, hostile) =>
          names.flatMap((name) => {
            const isCut = name.scrollWidth > name.clientWidth + 1;
            return isCut && !hostile.includes(name.textContent) ? name.textContent : [];
          }),
        [ENDLESS, HEBREW],
      );
      expect(cut).toEqual([]);
      const directions = await page.$$eval(
        '.name-link__name',
        (names, hebrew) =>
          names
            .filter((name) => name.textContent === hebrew)
            .map((name) => getComputedStyle(name).direction),
        HEBREW,
      );
      expect(new Set(directions)).toEqual(new Set(['rtl']));
      await page.setViewport({ width: 400, height: 800 });
      const room = await page.$$eval('.recent__names', (all) =>
        Math.min(...all.map((names) => names.clientWidth)),
      );
      expect(room).toBeGreaterThan(150);
      await page.setViewport({ width: 1280, height: 800 });
    });

    await test.step('prints lists from their heading on, no row in two, and bars in colour', async () => {
      const styleOf = (selector: string, property: string) =>
        page.$eval(
          selector,
          (element, name) => getComputedStyle(element).getPropertyValue(name),
          property,
        );
      await page.emulateMediaType('print');
      await page.evaluate(() => {
        location.hash = '#page=top&list=songs';
      });
      await view.waitForFirst(`${DRAWN} table.rows`);
      expect(await styleOf('.top-card', 'break-inside')).toBe('auto');
      expect(await styleOf('.rows tbody tr', 'break-inside')).toBe('avoid');
      await page.evaluate(() => {
        location.hash = '#page=year';
      });
      await view.waitForFirst(`${DRAWN} .review-card__cell`);
      expect(await styleOf('.review-card__cell', 'print-color-adjust')).toBe('exact');
      expect(await styleOf('.review-card', 'break-inside')).toBe('avoid');
      await page.emulateMediaType('screen');
    });

    await test.step('prints charts as wide as the paper, drawn once, and nothing over another', async () => {
      await page.evaluate(() => {
        location.hash = '#page=timeline';
      });
      await view.waitForFirst(`${DRAWN} .chart__picture`);
      // Then the page is laid out for paper, of which nobody knew the width.
      await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
      const drawnFor = await page.$eval('.chart__picture', (svg) => svg.getAttribute('width'));
      await page.emulateMediaType('print');
      await page.setViewport({ width: 840, height: 800 });
      const printed = await page.evaluate(async () => {
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
        const pictures = Array.from(document.querySelectorAll<SVGSVGElement>('.chart__picture'));
        const blocks = Array.from(document.querySelectorAll('.dash__main, .panels, .chart'));
        const overlaps = blocks.flatMap(({ children }) => {
          const boxes = Array.from(children, (child) => child.getBoundingClientRect());
          const shown = boxes.filter(({ height }) => height > 1);
          return shown.slice(1).filter(({ top }, i) => top < shown[i]!.bottom - 1);
        });
        return {
          drawnFor: Array.from(new Set(pictures.map((picture) => picture.getAttribute('width')))),
          narrow: pictures.filter(
            (picture) => picture.clientWidth < picture.parentElement!.clientWidth - 1,
          ).length,
          bands: document.querySelectorAll('.chart__picture--band').length,
          grids: blocks.filter((block) => getComputedStyle(block).display !== 'block').length,
          overlaps: overlaps.length,
        };
      });
      expect(printed.bands).toBeGreaterThan(1);
      expect(printed).toMatchObject({ drawnFor: [drawnFor], narrow: 0, grids: 0, overlaps: 0 });
      await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
      await page.emulateMediaType('screen');
      await page.setViewport({ width: 1280, height: 800 });
      await expect
        .poll(() => page.$$eval('.chart__picture--band', (bands) => bands.length))
        .toBe(0);
    });

    await test.step('says when there is no such thing', async () => {
      await page.evaluate(() => {
        location.hash = '#page=song&name=Never&artist=Heard';
      });
      await view.waitForText('This song is not in your history');
    });

    await view.close();
    await walkThrough(await extension.open('dashboard.html'));
  },
);
