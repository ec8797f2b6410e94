/**
 * A quota that runs out in the middle of an import, in Chromium. `unlimitedStorage` lifts every quota: this
 * is the extension without it.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { writeExportZip } from '../support/exports/write-export.ts';
import { launchExtension } from '../support/extension-browser.ts';
import { importWithoutRoom } from '../support/import-kills.ts';
import { waitUntil } from '../support/wait-until.ts';

/** Bytes: less than a browser has written by then. */
const LITTLE = 1000;

/** Whether the store still takes a few hundred kilobytes. */
async function hasRoom(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('probe', 1);
      request.addEventListener('upgradeneeded', () => request.result.createObjectStore('bytes'));
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error ?? new Error('not opened')));
    });
    const wasTaken = await new Promise<boolean>((resolve) => {
      const transaction = database.transaction('bytes', 'readwrite');
      transaction.objectStore('bytes').put(new Uint8Array(500_000), 'probe');
      transaction.addEventListener('complete', () => resolve(true));
      transaction.addEventListener('abort', () => resolve(false));
    });
    database.close();
    return wasTaken;
  });
}

/** The faults found. */
export async function importBeyondQuota(extensionDir: string): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'ostinato-no-room-'));
  cpSync(extensionDir, folder, { recursive: true });
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as { permissions: string[] };
  const permissions = manifest.permissions.filter((name) => name !== 'unlimitedStorage');
  writeFileSync(path, JSON.stringify({ ...manifest, permissions }));
  const extension = await launchExtension({ browser: 'chromium', extensionDir: folder });
  try {
    const options = await extension.open('options.html');
    const session = await options.page.createCDPSession();
    const allow = (quota?: { quotaSize: number }) =>
      session.send('Storage.overrideQuotaForOrigin', { origin: extension.origin(), ...quota });
    return await importWithoutRoom(options, {
      folder,
      few: await writeExportZip(1, 2000),
      many: await writeExportZip(2, 100_000),
      async fill() {
        await allow({ quotaSize: LITTLE });
        // While there is much left, Chromium asks how much only twice a minute or so.
        await waitUntil('the quota to hold', async () => !(await hasRoom(options.page)), 60_000);
      },
      free: () => allow(),
    });
  } finally {
    await extension.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
