/** Kills imports, their worker, page or browser, at a moment of a test's choice; or leaves them no room. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { DrivenPage } from './driven-page.ts';
import type { ExtensionBrowser } from './extension-browser.ts';
import { waitUntil } from './wait-until.ts';

/** What dies, and when: `afterMs` after the import's first word of the stage. */
export interface Kill {
  what: 'worker' | 'page' | 'browser';
  stage: 'reading' | 'writing';
  afterMs: number;
}

/** What the database holds, read past the extension. */
interface Stored {
  receipts: number;
  /** As the receipts of all imports say, as the account says, and as lie in the segments. */
  told: number;
  streams: number;
  rows: number;
}

/** What came of a kill. */
export interface Aftermath {
  outcome: 'old' | 'new';
  /** Empty when the history is whole, and the app told the truth about it. */
  faults: string[];
}

/** A full disk, or a start after a kill, may take a busy machine a while. */
const PATIENCE_MS = 60_000;

const CUT_OFF = 'The last import was cut off';
const DONE = 'Imported: |Nothing new: all of it was known';

/** Imports the zip, and kills it. The browser is running afterwards, with one options page. */
export async function killImport(
  extension: ExtensionBrowser,
  { folder, zip, kill }: { folder: string; zip: Uint8Array; kill: Kill },
): Promise<{ options: DrivenPage; aftermath: Aftermath }> {
  const path = join(folder, 'killed.zip');
  writeFileSync(path, zip);
  let options = await extension.open('options.html');
  await options.waitForText('Imports so far');
  await watchWorker(options.page);
  const before = await readStored(options.page);

  const moment = options.page.evaluate(
    ({ stage, afterMs }) =>
      new Promise<void>((resolve) => {
        addEventListener(`test-${stage}`, () => setTimeout(resolve, afterMs), { once: true });
      }),
    kill,
  );
  // Where what follows fails first, nobody waits for it any more.
  moment.catch(() => undefined);
  await options.chooseFile('.import-files', path);
  await waitUntil('the import to be noted', () => isNoted(options.page));
  await moment;
  if (kill.what === 'worker') {
    await options.page.evaluate(() => dispatchEvent(new Event('test-terminate')));
  } else {
    if (kill.what === 'page') await extension.crash(options.page);
    else await extension.die();
    options = await extension.open('options.html');
  }
  options = await waitUntil(
    'word of the import',
    () => findWord(extension, options, before),
    PATIENCE_MS,
  );
  const said = await options.text();
  const after = await readStored(options.page);
  const faults: string[] = [];
  const isNew = after.receipts > before.receipts;
  const wanted = isNew ? before.receipts + 1 : before.receipts;
  if (after.receipts !== wanted) faults.push(`${after.receipts} receipts, not ${wanted}`);
  if (!isNew && after.streams !== before.streams) {
    faults.push(`${after.streams} streams, ${before.streams} before, and no receipt`);
  }
  if (after.streams !== after.told || after.rows !== after.told) {
    faults.push(`a mixture: ${JSON.stringify(after)}`);
  }
  if (said.includes(CUT_OFF) === isNew) faults.push(`kept: ${isNew}, and yet it said: ${said}`);
  return { options, aftermath: { outcome: isNew ? 'new' : 'old', faults } };
}

/**
 * The page that tells of the import. Of one that was over before the kill no page says anything but its
 * receipt, and so it is the one given.
 */
async function findWord(
  extension: ExtensionBrowser,
  opened: DrivenPage,
  before: Stored,
): Promise<DrivenPage | null> {
  const telling = await extension.findPageSaying(new RegExp(`${CUT_OFF}|${DONE}`));
  if (telling || (await isNoted(opened.page))) return telling;
  return (await readStored(opened.page)).receipts > before.receipts ? opened : null;
}

interface Room {
  folder: string;
  /** Imported before, and the one there is no room for. */
  few: Uint8Array;
  many: Uint8Array;
  fill: () => unknown;
  free: () => unknown;
}

/** How long each stage of an import takes on this machine, in ms: what kills are spread over. */
export async function timeImport(
  extension: ExtensionBrowser,
  { folder, zip }: { folder: string; zip: Uint8Array },
): Promise<Record<Kill['stage'], number>> {
  const path = join(folder, 'timed.zip');
  writeFileSync(path, zip);
  const options = await extension.open('options.html');
  await options.waitForText('Imports so far');
  await watchWorker(options.page);
  const timing = options.page.evaluate(async () => {
    const timeOf = (stage: string) =>
      new Promise<number>((resolve) => {
        addEventListener(`test-${stage}`, () => resolve(performance.now()), { once: true });
      });
    const [from, middle, to] = await Promise.all(['reading', 'writing', 'done'].map(timeOf));
    return { reading: middle! - from!, writing: to! - middle! };
  });
  await options.chooseFile('.import-files', path);
  const times = await timing;
  await options.close();
  return times;
}

/** Imports where there is no room, and again where there is. Gives the faults; empty when all went well. */
export async function importWithoutRoom(
  options: DrivenPage,
  { folder, few, many, fill, free }: Room,
): Promise<string[]> {
  async function handIn(zip: Uint8Array): Promise<void> {
    const path = join(folder, 'no-room.zip');
    writeFileSync(path, zip);
    await options.chooseFile('.import-files', path);
  }
  await handIn(few);
  await options.waitForText('Imported: ');
  const before = await readStored(options.page);
  await fill();
  await handIn(many);
  const answer = /There is no room on the disk for this import|could not/;
  const said = await options.waitForText(answer, PATIENCE_MS);
  // Chromium may open nothing for this look while the disk is full.
  await free();
  const full = await readStored(options.page);
  const faults: string[] = [];
  if (!said.includes('There is no room')) faults.push(`it said: ${said}`);
  if (!said.includes('Nothing was changed.')) faults.push('not a word about what was there before');
  if (JSON.stringify(full) !== JSON.stringify(before)) {
    faults.push(`changed: ${JSON.stringify({ before, full })}`);
  }
  await handIn(many);
  await options.waitForText('Imported: ', PATIENCE_MS);
  const after = await readStored(options.page);
  if (after.receipts !== 2 || after.rows !== after.told) {
    faults.push(`afterwards: ${JSON.stringify(after)}`);
  }
  return faults;
}

/** Notes what the worker of the page's imports says, and ends it when a test wants it. */
async function watchWorker(page: Page): Promise<void> {
  await page.evaluate(() => {
    // oxlint-disable-next-line typescript/unbound-method -- bound again at each call
    const send = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function post(
      this: Worker,
      message: unknown,
      options?: Transferable[] | StructuredSerializeOptions,
    ) {
      if ((message as Said | null)?.type === 'start') {
        this.addEventListener('message', ({ data }: MessageEvent<Said>) => {
          const { progress, type = '' } = data;
          dispatchEvent(new Event(`test-${progress ? progress.stage : type}`));
        });
        addEventListener('test-terminate', () => this.terminate());
      }
      return send.call(this, message, Array.isArray(options) ? { transfer: options } : options);
    };

    interface Said {
      type?: string;
      progress?: { stage: string };
    }
  });
}

async function isNoted(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const { browser, chrome } = globalThis as unknown as Record<string, Api | undefined>;
    const key = 'import-under-way';
    const stored = await (browser ?? chrome)?.storage.local.get(key);
    return Boolean(stored?.[key]?.value);

    interface Api {
      storage: { local: { get(key: string): Promise<Record<string, { value: unknown }>> } };
    }
  });
}

async function readStored(page: Page): Promise<Stored> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('ostinato-history');
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error ?? new Error('not opened')));
    });
    const transaction = database.transaction(['accounts', 'segments', 'receipts']);
    const readAll = (store: string) =>
      new Promise<KeptRecord[]>((resolve, reject) => {
        const request = transaction.objectStore(store).getAll();
        request.addEventListener('success', () => resolve(request.result as KeptRecord[]));
        request.addEventListener('error', () => reject(request.error ?? new Error('not read')));
      });
    const [accounts, segments, receipts] = await Promise.all(
      ['accounts', 'segments', 'receipts'].map(readAll),
    );
    database.close();
    const sum = (all: KeptRecord[] | undefined, count: (one: KeptRecord) => number) =>
      (all ?? []).reduce((total, one) => total + count(one), 0);
    return {
      receipts: receipts?.length ?? 0,
      told: sum(receipts, ({ receipt }) => receipt.added + receipt.notMusic + receipt.unnamed),
      streams: sum(accounts, ({ streams }) => streams),
      rows: sum(segments, ({ columns }) => columns.rows),
    };

    interface KeptRecord {
      streams: number;
      columns: { rows: number };
      receipt: { added: number; notMusic: number; unnamed: number };
    }
  });
}
