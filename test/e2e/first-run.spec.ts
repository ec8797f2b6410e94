/** The first minutes: three doors on the first screen, the first of them into invented listening. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeExportZip } from '../support/exports/write-export.ts';
import { expect, test } from './fixtures.ts';

const SAMPLE = 'Look around with sample listening';
const MARK = 'These are samples: invented music, not yours';

let folder = '';
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ostinato-sample-'));
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('opens by itself after installing, with three doors', async ({ extension }) => {
  // Opens none: it waits for the page that a new extension shows.
  const options = await extension.open('options.html');
  for (const title of ['Just looking?', 'Bring your history', 'Connect Spotify']) {
    await options.waitForText(title);
  }
  for (const name of [SAMPLE, 'Import history', 'Connect Spotify']) {
    expect(await options.has('button', name)).toBe(true);
  }
  expect(await options.text()).toContain('Spotify’s privacy page');
  await options.clickLink('Show the steps');
  expect(await options.focused()).toBe('Connect Spotify');
});

test(
  'shows a sample with one click, marks it everywhere, and removes it with one',
  { tag: '@chromium' },
  async ({ extension }) => {
    const view = await extension.open('options.html');
    const { page } = view;

    await test.step('on the dashboard', async () => {
      await view.clickButton(SAMPLE);
      await view.waitForText(MARK);
      await view.waitForText(/[\d,]{6} plays/);
      expect(view.url()).toContain('/dashboard.html#');
      expect(await view.text()).toContain('Sample listening');
      expect(await view.text()).not.toContain('from Spotify');
      expect(await view.findAccessibilityFaults()).toEqual([]);
    });

    const popup = await extension.open('popup.html');
    await test.step('in the popup', async () => {
      await popup.waitForText(MARK);
      await popup.waitForText(/\d+ plays/);
      expect(await popup.has('button', 'Sync now')).toBe(false);
      expect(await popup.findAccessibilityFaults()).toEqual([]);
    });

    await test.step('in a second popup, which shows what the first one left and then moves nothing', async () => {
      const next = await extension.open('popup.html', (opened) =>
        opened.evaluateOnNewDocument(noteFirstPicture),
      );
      await expect.poll(() => next.page.evaluate(isTakenOver)).toBe(true);
      const { picture, taken, shift } = await next.page.evaluate(readNotes);
      expect(picture).toMatch(/\d plays/);
      expect(picture).toBe(taken);
      expect(shift).toBeLessThan(0.01);
      await next.close();
    });

    const options = await extension.open('options.html');
    await test.step('in the options, where no export and no import knows it', async () => {
      await options.waitForText(/[\d,]{6} invented streams/);
      expect(await options.has('button', 'Export statistics')).toBe(false);
      const zip = join(folder, 'own.zip');
      writeFileSync(zip, await writeExportZip(3, 500));
      await options.chooseFile('.import-files', zip);
      await options.waitForText('Imported: 500 new streams');
      const choices = await options.page.$$eval('option', (all) => all.map((one) => one.innerText));
      expect(choices.join()).not.toContain('Sample listening');
    });

    await test.step('gone from everywhere at once', async () => {
      // One’s own listening comes before any sample.
      await popup.waitForText('imported, not connected');
      await options.clickButton('Remove sample');
      await options.waitForText('Six years of invented music');
      await page.bringToFront();
      await view.waitForText('Imported listening');
      await expect.poll(() => view.text()).not.toContain(MARK);
    });

    await test.step('and imported listening goes when its end is agreed to', async () => {
      await options.page.bringToFront();
      await options.clickButton('Delete imported listening');
      await options.waitForText('What goes: 500 streams kept');
      expect(await options.findAccessibilityFaults()).toEqual([]);
      await options.clickButton('Keep it');
      await options.clickButton('Delete imported listening');
      await options.clickButton('Delete for good');
      await options.waitForButton(SAMPLE);
      await options.waitForText('The imported listening is deleted.');
      await popup.page.bringToFront();
      await popup.waitForText('Your listening, kept');
    });
  },
);

interface Notes {
  /** Words of the popup while nothing in it took a click, and when all of it was there. */
  picture: string;
  taken: string;
  /** Layout shift, as the browser counts it. */
  shift: number;
}

/** Runs in the page before its own scripts. What changes with the minute, or is not to be seen, is no part of the notes. */
function noteFirstPicture(): void {
  const notes: Notes = { picture: '', taken: '', shift: 0 };
  Object.assign(globalThis, { notes });
  new MutationObserver(() => {
    const root = document.querySelector<HTMLElement>('#app');
    if (!root?.firstChild) return;
    const copy = document.createElement('div');
    copy.append(...[...root.childNodes].map((node) => node.cloneNode(true)));
    for (const late of copy.querySelectorAll('[data-dated], .visually-hidden'))
      late.replaceChildren();
    if (!root.inert) notes.taken = copy.textContent ?? '';
    else if (!notes.picture) notes.picture = copy.textContent ?? '';
  }).observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if ('value' in entry && typeof entry.value === 'number') notes.shift += entry.value;
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

/** Runs in the page. */
function readNotes(): Notes {
  return (globalThis as unknown as { notes: Notes }).notes;
}

/** Runs in the page: the table behind the bars comes when all else is there. */
function isTakenOver(): boolean {
  const root = document.querySelector<HTMLElement>('#app');
  return root?.inert === false && root.querySelector('figure table') !== null;
}
