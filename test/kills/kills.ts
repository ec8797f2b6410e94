/**
 * `npm run kills`: the long form of a scenario of `npm test`. Imports are killed again and again, their
 * worker, their page or the whole browser, at moments spread over reading and writing; and one is to be
 * stored on a disk that is full.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startStandin } from '../standin/index.ts';
import { buildExtension } from '../support/build-extension.ts';
import type { BrowserName } from '../support/driver.ts';
import { writeExportZip } from '../support/exports/write-export.ts';
import { launchExtension } from '../support/extension-browser.ts';
import { type Kill, killImport, timeImport } from '../support/import-kills.ts';
import { importOntoFullDisk } from './full-disk.ts';
import { importBeyondQuota } from './quota.ts';

const FEW_ROWS = 2000;
const MANY_ROWS = 100_000;
const KINDS = ['worker', 'page', 'browser'] as const;
const STAGES = ['reading', 'writing'] as const;

const [rounds = '5', ...only] = process.argv.slice(2);
const browsers = (['chromium', 'firefox'] as const).filter(
  (browser) => only.length === 0 || only.includes(browser),
);

const folder = mkdtempSync(join(tmpdir(), 'ostinato-kills-'));
const standin = await startStandin({ live: [] });
let faults = 0;
try {
  for (const browser of browsers) {
    // What goes wrong in one browser is no reason to leave out the other.
    await killImports(browser, Number(rounds)).catch((error: unknown) => {
      note(browser, 'given up', [String(error)]);
    });
  }
} finally {
  await standin.close();
  rmSync(folder, { recursive: true, force: true });
}
console.log(faults === 0 ? 'Every history was whole.' : `${faults} faults`);
process.exitCode = faults === 0 ? 0 : 1;

function note(what: string, outcome: string, found: readonly string[] | null): void {
  console.log(`${what}: ${outcome}`);
  for (const fault of found ?? []) console.error(`  FAULT ${fault}`);
  faults += found?.length ?? 0;
}

/** Each kind of death in each stage, `times` over, at moments spread over the stage. */
function* listKills(times: number, stageMs: Record<Kill['stage'], number>): Generator<Kill> {
  for (let round = 0; round < times; round++) {
    for (const stage of STAGES) {
      const afterMs = Math.round((stageMs[stage] * round) / times);
      for (const what of KINDS) yield { what, stage, afterMs };
    }
  }
}

async function killImports(browser: BrowserName, times: number): Promise<void> {
  const extensionDir = await buildExtension({
    browser,
    outDir: `.output/kills/${browser}`,
    endpoints: {
      WXT_SPOTIFY_ACCOUNTS_URL: standin.accountsUrl,
      WXT_SPOTIFY_API_URL: standin.apiUrl,
    },
  });
  const beyondQuota = await importBeyondQuota(browser, extensionDir);
  note(`${browser}: a quota`, 'nothing kept', beyondQuota);
  const withoutRoom = await importOntoFullDisk(browser, extensionDir);
  note(`${browser}: a full disk`, withoutRoom === null ? 'not tried' : 'nothing kept', withoutRoom);
  const extension = await launchExtension({ browser, extensionDir });
  try {
    const options = await extension.open('options.html');
    const few = join(folder, 'few.zip');
    writeFileSync(few, await writeExportZip(1, FEW_ROWS));
    await options.chooseFile('.import-files', few);
    await options.waitForText('Imported: ');
    await options.close();
    const stageMs = await timeImport(extension, {
      folder,
      zip: await writeExportZip(2, MANY_ROWS),
    });
    for (const [nth, kill] of [...listKills(times, stageMs)].entries()) {
      // Of another seed each, so that what is new is seen to be.
      const zip = await writeExportZip(3 + (nth % 3), MANY_ROWS);
      const { options: page, aftermath } = await killImport(extension, { folder, zip, kill });
      const { what, stage, afterMs } = kill;
      const place = `${browser}: ${what}, ${afterMs} ms into ${stage}`;
      note(place, aftermath.outcome, aftermath.faults);
      await page.close();
    }
  } finally {
    await extension.close();
  }
}
