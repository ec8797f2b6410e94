/** What a person takes along: statistics, streams that come back exactly, a backup of everything. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeExportZip } from '../support/exports/write-export.ts';
import { save, watchSaves } from '../support/saved-files.ts';
import { connect } from '../support/sign-in.ts';
import { countReceipts, undoNewest } from '../support/receipts.ts';
import { expect, test } from './fixtures.ts';

const ROWS = 3000;

let folder = '';
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ostinato-exports-'));
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

test('exports what comes back exactly, and restores a backup', async ({ extension }) => {
  const options = await extension.open('options.html');
  await options.chooseFile('.import-files', write('data.zip', await writeExportZip(5, ROWS)));
  await options.waitForText('Imported: 3,000 new streams');
  await watchSaves(options);

  const statistics = await save(options, 'Export statistics');
  const { schema, totals } = JSON.parse(statistics.toString()) as {
    schema: string;
    totals: { plays: number };
  };
  expect(schema).toBe('ostinato-statistics/1');
  expect(totals.plays).toBeGreaterThan(1000);

  const table = (await save(options, 'All streams as CSV')).toString();
  expect(table.trimEnd().split('\r\n')).toHaveLength(ROWS + 1);

  const streams = await save(options, 'All streams as JSON');
  await options.chooseFile('.import-files', write('Streaming_History_Ostinato.json', streams));
  await options.waitForText('Nothing new: all of it was known already');

  const backup = await save(options, 'Back up');
  for (const left of [1, 0]) await undoNewest(options, left);
  await options.chooseFile('.backup-file', write('cut.gz', backup.subarray(0, 500)));
  await options.waitForText('This backup is damaged');
  await options.chooseFile('.backup-file', write('backup.gz', backup));
  await options.waitForText(/The backup of .+ is restored/);
  await expect.poll(() => countReceipts(options)).toBe(2);
  expect((await save(options, 'Export statistics')).equals(statistics)).toBe(true);
});

test(
  'gives imported listening to the account that is connected later',
  { tag: '@chromium' },
  async ({ extension, standin }) => {
    const options = await extension.open('options.html');
    await options.chooseFile('.import-files', write('data.zip', await writeExportZip(5, ROWS)));
    await options.waitForText('Imported: 3,000 new streams');
    const { displayName, accountId } = standin.listeners.mira;
    await connect(options, { extension, standin, as: 'mira' });
    await options.waitForText('3,000 imported streams belong to no account yet');
    await options.clickButton(`Add to ${displayName}`);
    await options.waitForText('The imported listening was added.');

    const dashboard = await extension.open(`dashboard.html#page=history&account=${accountId}`);
    await dashboard.waitForText(/3,\d\d\d streams are kept/);
    expect(await dashboard.text()).not.toContain('Imported listening');
    await dashboard.close();
  },
);
