/** Runs the measure of the views: the whole extension, with fifteen years imported as a person would. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createAccountFiles } from '../support/exports/account-files.ts';
import { generateExportFiles, writeZip } from '../support/exports/write-export.ts';
import { buildExtension } from '../support/build-extension.ts';
import { launchExtension } from '../support/extension-browser.ts';
import { LONGEST_PAUSE_MS, SEED } from './bench-export.ts';
import { measureViews } from './measures/views.ts';
import type { Line } from './report.ts';

const STREAMS = 1_000_000;
const IMPORT_MS = 120_000;

/** `outDir` is below `.output`; `folder` is the absolute path of a folder that is there. */
export async function benchViews(outDir: string, folder: string): Promise<Line[]> {
  const extensionDir = await buildExtension({ browser: 'chromium', outDir });
  const exportFile = join(folder, 'views.zip');
  const files = [...generateExportFiles(SEED, STREAMS, LONGEST_PAUSE_MS), ...createAccountFiles()];
  writeFileSync(exportFile, await writeZip(files));
  const extension = await launchExtension({ browser: 'chromium', extensionDir });
  try {
    const options = await extension.open('options.html');
    await options.chooseFile('.import-files', exportFile);
    await options.waitForText(/rows read/i, IMPORT_MS);
    await options.close();
    return await measureViews(extension, STREAMS.toLocaleString('en'));
  } finally {
    await extension.close();
  }
}
