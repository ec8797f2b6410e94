/** Imports that die: whatever ends one, and when, the history is the old one or the new one. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatNumber } from '../../lib/ui/format.ts';
import { writeExportZip } from '../support/exports/write-export.ts';
import { type Kill, killImport } from '../support/import-kills.ts';
import { speakEnglish } from '../unit/ui/english.ts';
import { expect, test } from './fixtures.ts';

const SEED = 11;
const FEW_ROWS = 2000;
/** Long enough to be met in the middle of its files, and of its writing. */
const MANY_ROWS = 40_000;

/** The long form, `npm run kills`, kills the whole browser too. */
const KILLS: readonly Kill[] = [
  { what: 'worker', stage: 'reading', afterMs: 0 },
  { what: 'page', stage: 'reading', afterMs: 0 },
  { what: 'worker', stage: 'writing', afterMs: 5 },
];

let folder = '';
test.beforeAll(() => {
  speakEnglish('en-US');
  folder = mkdtempSync(join(tmpdir(), 'ostinato-kills-'));
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('leaves the old history or the new one, says which, and can import again', async ({
  extension,
}) => {
  const first = await extension.open('options.html');
  const few = join(folder, 'few.zip');
  writeFileSync(few, await writeExportZip(SEED, FEW_ROWS));
  await first.chooseFile('.import-files', few);
  await first.waitForText(`Imported: ${formatNumber(FEW_ROWS)} new streams`);
  await first.close();

  const zip = await writeExportZip(SEED + 1, MANY_ROWS);
  for (const kill of KILLS) {
    const name = `${kill.what} while ${kill.stage}`;
    await test.step(name, async () => {
      const { options, aftermath } = await killImport(extension, { folder, zip, kill });
      expect(aftermath.faults, name).toEqual([]);
      if (kill.stage === 'reading') expect(aftermath.outcome, name).toBe('old');
      await options.close();
    });
  }

  await test.step('and imports the same zip again', async () => {
    const options = await extension.open('options.html');
    await options.chooseFile('.import-files', join(folder, 'killed.zip'));
    await options.waitForText(/Imported: 40,000 new streams|Nothing new: all of it was known/);
    await options.close();
    const dashboard = await extension.open('dashboard.html#/history');
    await dashboard.waitForText(formatNumber(FEW_ROWS + MANY_ROWS));
    await dashboard.close();
  });
});
