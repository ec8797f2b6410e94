/**
 * A quota that runs out in the middle of an import. In Chromium `unlimitedStorage` lifts every quota: there
 * it is the extension without it. In Firefox one is left, for all that sites and extensions keep together.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { BrowserName } from '../support/driver.ts';
import { writeExportZip } from '../support/exports/write-export.ts';
import { launchExtension } from '../support/extension-browser.ts';
import { importWithoutRoom } from '../support/import-kills.ts';
import { waitUntil } from '../support/wait-until.ts';

/** Bytes: less than a browser has written by then. */
const LITTLE = 1000;

/** In kB: room for both imports, and soon full. */
const FIREFOX_LIMIT = { 'dom.quotaManager.temporaryStorage.fixedLimit': 20_000 };

/** Bytes: what is left when a page has stored as much as it can is less than the last of them. */
const PIECES = [1_000_000, 50_000, 10_000] as const;

/** The faults found. */
export async function importBeyondQuota(
  browser: BrowserName,
  extensionDir: string,
): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'ostinato-no-room-'));
  const isFirefox = browser === 'firefox';
  if (!isFirefox) copyWithQuota(extensionDir, folder);
  const extension = await launchExtension({
    browser,
    extensionDir: isFirefox ? extensionDir : folder,
    preferences: FIREFOX_LIMIT,
  });
  try {
    const options = await extension.open('options.html');
    const limits = isFirefox
      ? limitByBallast(options.page)
      : await limitByOverride(options.page, extension.origin());
    return await importWithoutRoom(options, {
      folder,
      few: await writeExportZip(1, 2000),
      many: await writeExportZip(2, 100_000),
      ...limits,
    });
  } finally {
    await extension.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What ends the room in the store, and what gives it back. */
interface Limits {
  fill: () => Promise<void>;
  free: () => Promise<void>;
}

function copyWithQuota(extensionDir: string, folder: string): void {
  cpSync(extensionDir, folder, { recursive: true });
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as { permissions: string[] };
  const permissions = manifest.permissions.filter((name) => name !== 'unlimitedStorage');
  writeFileSync(path, JSON.stringify({ ...manifest, permissions }));
}

async function limitByOverride(page: Page, origin: string): Promise<Limits> {
  const session = await page.createCDPSession();
  const allow = async (quota?: { quotaSize: number }) => {
    await session.send('Storage.overrideQuotaForOrigin', { origin, ...quota });
  };
  return {
    async fill() {
      await allow({ quotaSize: LITTLE });
      // While there is much left, Chromium asks how much only twice a minute or so.
      const isHeld = async () => (await store(page, [500_000], 1)) === 0;
      await waitUntil('the quota to hold', isHeld, 60_000);
    },
    free: () => allow(),
  };
}

function limitByBallast(page: Page): Limits {
  return {
    async fill() {
      if ((await store(page, PIECES, 1000)) === 0)
        throw new Error('There was no room to begin with');
    },
    async free() {
      await page.evaluate(async () => {
        await new Promise((resolve) => {
          indexedDB.deleteDatabase('ballast').addEventListener('success', resolve);
        });
      });
    },
  };
}

/** Stores of each length, one length after the other, as many pieces as find room: how many did. */
async function store(page: Page, lengths: readonly number[], most: number): Promise<number> {
  return page.evaluate(
    async (pieces, limit) => {
      const open = () =>
        new Promise<IDBDatabase>((resolve, reject) => {
          const request = indexedDB.open('ballast', 1);
          request.addEventListener('upgradeneeded', () => {
            request.result.createObjectStore('bytes', { autoIncrement: true });
          });
          request.addEventListener('success', () => resolve(request.result));
          request.addEventListener('error', () => reject(request.error ?? new Error('not opened')));
        });
      async function put(length: number): Promise<boolean> {
        const bytes = new Uint8Array(length);
        // What is packed on its way to the disk must not become less.
        for (let at = 0; at < length; at += 50_000) {
          crypto.getRandomValues(bytes.subarray(at, at + 50_000));
        }
        // Once refused, Firefox takes nothing more through the same connection.
        const database = await open();
        const wasTaken = await new Promise<boolean>((resolve) => {
          const transaction = database.transaction('bytes', 'readwrite');
          transaction.objectStore('bytes').put(bytes);
          transaction.addEventListener('complete', () => resolve(true));
          transaction.addEventListener('abort', () => resolve(false));
        });
        database.close();
        return wasTaken;
      }
      let stored = 0;
      for (const length of pieces) {
        while (stored < limit && (await put(length))) stored += 1;
      }
      return stored;
    },
    [...lengths],
    most,
  );
}
