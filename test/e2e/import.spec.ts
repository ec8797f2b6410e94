/** The second door in: a zip from Spotify, on the options page, without any account. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatDuration, formatNumber } from '../../lib/ui/format.ts';
import type { DrivenPage } from '../support/driven-page.ts';
import { generateExtendedRows } from '../support/exports/extended-rows.ts';
import { generateExportFiles, writeExportZip, writeZip } from '../support/exports/write-export.ts';
import type { ExtensionBrowser } from '../support/extension-browser.ts';
import { speakEnglish } from '../unit/ui/english.ts';
import { countReceipts, undoNewest } from '../support/receipts.ts';
import { expect, test } from './fixtures.ts';

const SEED = 11;
const ROWS = 4000;
const MANY_ROWS = 150_000;
const LEAST_PLAY_MS = 30_000;

let folder = '';
test.beforeAll(() => {
  speakEnglish('en-US');
  folder = mkdtempSync(join(tmpdir(), 'ostinato-exports-'));
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the dashboard must say of the first `count` rows, counted row by row. */
function countNaively(count: number): string[] {
  const rows = generateExtendedRows(SEED, count);
  let [plays, playedMs] = [0, 0];
  for (const { spotify_track_uri: uri, master_metadata_track_name: name, ms_played: ms } of rows) {
    if (uri === null && name === null) continue;
    playedMs += ms;
    if (ms >= LEAST_PLAY_MS) plays += 1;
  }
  return [formatDuration(playedMs), `${formatNumber(plays)} plays`];
}

async function handIn(page: DrivenPage, name: string, bytes: Uint8Array): Promise<void> {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  await page.chooseFile('.import-files', path);
}

/** As a person does with what lies on the desktop; Firefox keeps that from its drivers. */
async function drop(page: DrivenPage, path: string): Promise<void> {
  await page.waitForFirst('.import-drop');
  const session = await page.page.createCDPSession();
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data });
  }
  await session.detach();
}

async function expectOnDashboard(extension: ExtensionBrowser, wanted: string[]): Promise<void> {
  const dashboard = await extension.open('dashboard.html');
  for (const text of wanted) await dashboard.waitForText(text);
  await dashboard.close();
}

/** Of a table in the receipt, by the words at the beginning of its row. */
async function readReceipt(page: DrivenPage, label: string): Promise<number> {
  const figure = new RegExp(`${label}\\s+([\\d,]+)`).exec(await page.text())?.[1];
  return Number(figure?.replaceAll(',', '') ?? NaN);
}

test('imports a zip, counts each row once, and takes it back', async ({ extension }) => {
  const options = await extension.open('options.html');
  const strange = '[{"ts": "yesterday", "ms_played": 1}, 7]';
  const zip = await writeZip([
    ...generateExportFiles(SEED, ROWS),
    { path: 'MyData/endsong_99.json', text: strange },
  ]);

  await test.step('the receipt adds up to the rows of the files', async () => {
    await handIn(options, 'my_spotify_data.zip', zip);
    await options.waitForText(`Imported: ${formatNumber(ROWS)} new streams`);
    expect(await readReceipt(options, 'All rows read')).toBe(ROWS + 2);
    const parts = ['New music', 'New podcasts and audiobooks', 'New, without a name'];
    const counts = await Promise.all(parts.map((part) => readReceipt(options, part)));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(ROWS);
    expect(await readReceipt(options, 'Known already')).toBe(0);
    expect(await readReceipt(options, 'Unreadable')).toBe(2);
    expect(await options.text()).toMatch(/endsong_99\.json\s+2\s+not a record/);
    // In Chromium the permission alone does it, and this would say nothing.
    if (extension.name === 'firefox') {
      expect(await options.page.evaluate(() => navigator.storage.persisted())).toBe(true);
    }
  });

  await test.step('the dashboard says what a count of the rows says', async () => {
    await expectOnDashboard(extension, ['Imported listening', ...countNaively(ROWS)]);
  });

  await test.step('importing it again adds nothing', async () => {
    await handIn(options, 'again.zip', zip);
    await options.waitForText('Nothing new: all of it was known already');
    expect(await readReceipt(options, 'Known already')).toBe(ROWS);
    await expectOnDashboard(extension, countNaively(ROWS));
  });

  await test.step('undone one after the other, nothing is left', async () => {
    for (const left of [1, 0]) await undoNewest(options, left);
    await expectOnDashboard(extension, ['Look around with sample listening']);
  });
});

test('leaves the old history when it is stopped', { tag: '@chromium' }, async ({ extension }) => {
  const options = await extension.open('options.html');
  // Dropped, in a folder within a folder.
  const dropped = join(folder, 'downloads');
  mkdirSync(join(dropped, 'spotify'), { recursive: true });
  writeFileSync(join(dropped, 'spotify', 'few.zip'), await writeExportZip(SEED, ROWS));
  await drop(options, dropped);
  await options.waitForText(`Imported: ${formatNumber(ROWS)} new streams`);
  expect(await options.text()).toContain('downloads/spotify/few.zip/');

  // From within: on a busy machine the import would be over before a click from outside arrives.
  await options.page.evaluate(clickAsSoonAsThere, 'Cancel import');
  await handIn(options, 'many.zip', await writeExportZip(SEED + 1, MANY_ROWS));
  await options.waitForText('The import was stopped.');
  // Or the browser would have left the page for the file, and the import with it.
  expect(await options.page.evaluate(() => document.body.dataset['tookDrop'])).toBe('true');
  expect(await countReceipts(options)).toBe(1);
  await expectOnDashboard(extension, countNaively(ROWS));
});

test('imports on the dashboard as well, and nowhere while it is done elsewhere', async ({
  extension,
}) => {
  const options = await extension.open('options.html');
  const dashboard = await extension.open('dashboard.html');
  const few = await writeExportZip(SEED, ROWS);
  // As long as a test wants, which no import of a bearable size is.
  await options.page.evaluate(
    () =>
      new Promise<void>((held) => {
        void navigator.locks.request('import', () => {
          held();
          return new Promise((release) => addEventListener('test-release', release));
        });
      }),
  );
  await handIn(dashboard, 'few.zip', few);
  await dashboard.waitForText('Another import is running');
  await options.page.evaluate(() => dispatchEvent(new Event('test-release')));

  await handIn(dashboard, 'few.zip', few);
  await dashboard.waitForText(`Imported: ${formatNumber(ROWS)} new streams`);
  // The figures in view are new without a reload.
  for (const text of countNaively(ROWS)) await dashboard.waitForText(text);
  expect(await dashboard.focused()).toBe('Close');
  // Read by then: on the next page it lies over nothing any more.
  await dashboard.page.evaluate(() => {
    location.hash = '#page=top';
  });
  await dashboard.waitForFirst('.import-corner__line');
  expect(await dashboard.page.$('.import-corner__panel')).toBeNull();
  await dashboard.clickButton('Receipt');
  await dashboard.waitForFirst('.import-corner__panel');
});

test('names what is wrong with a file, and keeps nothing of it', async ({ extension }) => {
  const options = await extension.open('options.html');
  const zip = await writeExportZip(SEED, ROWS);
  await handIn(options, 'cut.zip', zip.slice(0, zip.length / 2));
  await options.waitForText('The end of this zip is missing.');
  await handIn(options, 'holiday.zip', new TextEncoder().encode('a picture'));
  await options.waitForText('neither a zip nor a file of Spotify’s export');
  expect(await countReceipts(options)).toBe(0);
});

/** Runs in a page. Drops a file meanwhile. */
function clickAsSoonAsThere(name: string): void {
  const observer = new MutationObserver(() => {
    const button = [...document.querySelectorAll('button')].find(
      ({ textContent }) => textContent === name,
    );
    if (!button) return;
    observer.disconnect();
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([''], 'another.zip'));
    const another = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer });
    document.body.dataset['tookDrop'] = String(!document.body.dispatchEvent(another));
    button.click();
  });
  observer.observe(document.body, { childList: true, subtree: true });
}
