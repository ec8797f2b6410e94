/** A disk that is full in the middle of an import: a small one in memory, with the browser's profile on it. */
import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserName } from '../support/driver.ts';
import { writeExportZip } from '../support/exports/write-export.ts';
import { launchExtension } from '../support/extension-browser.ts';
import { importWithoutRoom } from '../support/import-kills.ts';

const DISK_SIZE = '250m';
/** Bytes: enough for what a browser keeps writing of itself, and not for an import. */
const LEFT = 100_000;
const STEP = 1_000_000;

/** The faults found; null where nobody may mount a disk: on Linux, that is for root. */
export async function importOntoFullDisk(
  browser: BrowserName,
  extensionDir: string,
): Promise<string[] | null> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null;
  const folder = mkdtempSync(join(tmpdir(), 'ostinato-no-room-'));
  const disk = mkdtempSync(join(tmpdir(), 'ostinato-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_SIZE}`, 'tmpfs', disk]);
  const { TMPDIR } = process.env;
  try {
    process.env['TMPDIR'] = disk;
    const extension = await launchExtension({ browser, extensionDir });
    const ballast = join(disk, 'ballast');
    try {
      return await importWithoutRoom(await extension.open('options.html'), {
        folder,
        few: await writeExportZip(1, 2000),
        many: await writeExportZip(2, 100_000),
        fill() {
          // In small steps, as the browser goes on writing meanwhile.
          for (let spare = Infinity; spare > 0;) {
            const { bavail, bsize } = statfsSync(disk);
            spare = Math.max(0, bavail * bsize - LEFT);
            appendFileSync(ballast, Buffer.alloc(Math.min(spare, STEP)));
          }
        },
        free: () => rmSync(ballast),
      });
    } finally {
      rmSync(ballast, { force: true });
      await extension.close();
    }
  } finally {
    if (TMPDIR === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = TMPDIR;
    execFileSync('umount', ['--lazy', disk]);
    rmSync(disk, { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  }
}
