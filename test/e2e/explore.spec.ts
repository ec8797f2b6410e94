/** Finding one's way from list to page and back, with the keyboard alone. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DrivenPage } from '../support/driven-page.ts';
import { formatRows, generateExportFiles, writeZip } from '../support/exports/write-export.ts';
import { savedFile, watchSaves } from '../support/saved-files.ts';
import { tabTo } from '../support/tab-to.ts';
import { NAVIGATION } from '../../lib/ui/dashboard/page-keys.ts';
import { expect, test } from './fixtures.ts';

/** Enough for a list that is longer than a page of it. */
const ROWS = 6000;
const DRAWN = '.dash__main[aria-busy="false"] .panels';

/** Longer than any line, from right to left. */
const HEBREW = 'ממעמקים ובחזרה '.repeat(20).trim();
/** Nowhere may a line be broken in it. */
const ENDLESS = 'Bahn'.repeat(75);
/** Played most of all, and on a playlist: by its name it stands at the top of every list. */
const HOSTILE_FILES = [
  {
    path: 'Spotify Extended Streaming History/Streaming_History_Audio_hostile.json',
    text: formatRows(
      [ENDLESS, HEBREW].flatMap((name, place) =>
        Array.from({ length: 300 - place }, (_, play) => ({
          ts: new Date(Date.UTC(2024, 0, 1 + play, place)).toISOString().replace('.000', ''),
          ms_played: 200_000,
          master_metadata_track_name: name,
          master_metadata_album_artist_name: name,
          master_metadata_album_album_name: name,
          spotify_track_uri: `spotify:track:${String(place).repeat(22)}`,
          reason_start: 'clickrow',
          reason_end: 'trackdone',
        })),
      ),
    ),
  },
  {
    path: 'Spotify Account Data/Playlist1.json',
    text: JSON.stringify({
      playlists: [
        {
          name: ENDLESS,
          lastModifiedDate: '2024-01-01',
          items: [
            {
              track: {
                trackName: ENDLESS,
                artistName: ENDLESS,
                albumName: ENDLESS,
                trackUri: `spotify:track:${'0'.repeat(22)}`,
              },
              episode: null,
              localTrack: null,
              addedDate: '2024-01-01',
            },
          ],
        },
      ],
    }),
  },
];

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
        location.hash = '#page=year&year=2024';
      });
      await view.waitForFirst(`${DRAWN} .review-card__bar`);
      expect(await styleOf('.review-card__bar', 'print-color-adjust')).toBe('exact');
      expect(await styleOf('.review-card', 'break-inside')).toBe('avoid');
      await page.emulateMediaType('screen');
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

/** The main way without a mouse, Tab by Tab: a page, a range, the values of a chart, its table, its file. */
async function walkThrough(view: DrivenPage): Promise<void> {
  const { page } = view;
  await view.waitForFirst(`${DRAWN} .chart__picture`);
  await watchSaves(view);
  let title = '';

  await test.step('goes to a page by its link, past the way around the navigation', async () => {
    await view.press('Tab');
    expect(await view.focused()).toBe('Skip to the figures');
    await tabTo(view, 'Timeline');
    await view.press('Enter');
    await expect.poll(() => titleOf(view)).toBe('Timeline');
    await view.waitForFirst(`${DRAWN} .linked-calendar`);
  });

  await test.step('chooses a range, a year and days', async () => {
    await tabTo(view, 'All time');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => view.url()).toContain('range=this-year');
    await tabTo(view, 'Year');
    await view.type('2012');
    await expect.poll(() => view.url()).toContain('range=2012');
    await tabTo(view, 'Month');
    await view.type('April');
    await expect.poll(() => view.url()).toContain('range=2012-04');
    await view.waitForFirst(`${DRAWN} .linked-calendar`);
    await tabTo(view, 'Days …');
    await view.press('Enter');
    await expect.poll(() => view.focused()).toBe('From');
    await view.press('Escape');
    await expect.poll(() => view.focused()).toBe('Days …');
    await view.press('Enter');
    await tabTo(view, 'To');
    await view.type('05302012');
    await tabTo(view, 'Show');
    await view.press('Enter');
    await expect.poll(() => view.url()).toContain('range=2012-04-01..2012-05-30');
    await expect.poll(() => view.focused()).toBe('Apr 1, 2012 – May 30, 2012');
  });

  await test.step('reads the values of a chart', async () => {
    await view.waitForFirst(`${DRAWN} .linked-calendar`);
    await tabTo(view, /^Your fullest day: /);
    title = await view.focused();
    await page.keyboard.press('Home');
    await expect.poll(() => valueRead(view)).toMatch(/^Thursday, March 1, 2012: /);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => valueRead(view)).toMatch(/^Thursday, March 8, 2012: /);
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => valueRead(view)).toMatch(/^Friday, March 9, 2012: /);
    const tip = await page.$eval('.chart__tip', (shown) => shown.textContent);
    expect(tip).toContain('Friday, March 9, 2012');
  });

  await test.step('turns the chart into its table and back', async () => {
    await tabTo(view, `Show table: ${title}`);
    await view.press('Enter');
    await view.waitForFirst('.chart__table th[scope=row]');
    await expect.poll(() => view.focused()).toBe(`Show chart: ${title}`);
    const days = await page.$$eval('.chart__table th[scope=row]', (all) =>
      all.slice(0, 2).map(({ textContent }) => textContent),
    );
    expect(days).toEqual(['Dec 31, 2012', 'Dec 30, 2012']);
    await view.press('Space');
    await expect.poll(() => view.focused()).toBe(`Show table: ${title}`);
    await expect.poll(() => page.$('.chart__table')).toBeNull();
  });

  await test.step('saves the figures as a file', async () => {
    await tabTo(view, `Save CSV: ${title}`);
    await view.press('Enter');
    const lines = (await savedFile(view)).toString('utf8').split('\r\n');
    expect(lines[0]).toBe('\uFEFFDay,Plays,Time (minutes)');
    expect(lines.at(-2)).toMatch(/^2012-03-01,\d+,[\d.]+$/);
    // From the first of March to the end of the year, with a head and the end of the last line.
    expect(lines).toHaveLength(306 + 2);
  });

  await test.step('goes into the day that is read', async () => {
    await page.keyboard.down('Shift');
    for (let stops = 0; stops < 3; stops++) await view.press('Tab');
    await page.keyboard.up('Shift');
    expect(await view.focused()).toBe(title);
    await view.press('Enter');
    await expect.poll(() => view.url()).toContain('page=overview&range=2012-03-09');
    await expect.poll(() => titleOf(view)).toBe('Overview');
  });
}

/** What a screen reader says of the chart that has the focus. */
function valueRead({ page }: DrivenPage): Promise<string | null | undefined> {
  return page.evaluate(() => document.activeElement?.getAttribute('aria-valuetext'));
}
