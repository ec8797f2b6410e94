/**
 * A store that runs full in the middle of an import. The extension's `unlimitedStorage` lifts every quota,
 * so that only a full disk does that (`npm run kills` fills one); without it, a quota does the same.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeExportZip } from '../support/exports/write-export.ts';
import { launchExtension } from '../support/extension-browser.ts';
import { importWithoutRoom } from '../support/import-kills.ts';
import { speakEnglish } from '../unit/ui/english.ts';
import { expect, test } from './fixtures.ts';

/** Bytes: the service worker's code takes a quarter of a million of them. */
const ENOUGH_FOR_FEW = 450_000;

test('keeps nothing of an import there is no room for, says so, and takes it when there is @chromium', async ({
  extensionDir,
  target,
}) => {
  speakEnglish('en-US');
  const folder = mkdtempSync(join(tmpdir(), 'ostinato-no-room-'));
  cpSync(extensionDir, folder, { recursive: true });
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as { permissions: string[] };
  const permissions = manifest.permissions.filter((name) => name !== 'unlimitedStorage');
  writeFileSync(path, JSON.stringify({ ...manifest, permissions }));
  const extension = await launchExtension({ browser: target, extensionDir: folder });
  try {
    const options = await extension.open('options.html');
    const session = await options.page.createCDPSession();
    const allow = (quota?: { quotaSize: number }) =>
      session.send('Storage.overrideQuotaForOrigin', { origin: extension.origin(), ...quota });
    // Before the first write: Chromium asks for what is left only now and then while it is much.
    await allow({ quotaSize: ENOUGH_FOR_FEW });
    const faults = await importWithoutRoom(options, {
      folder,
      few: await writeExportZip(11, 2000),
      many: await writeExportZip(12, 40_000),
      fill: () => undefined,
      free: () => allow(),
    });
    expect(faults).toEqual([]);
  } finally {
    await extension.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
