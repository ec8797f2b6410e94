/**
 * `npm run campaign [-- --runs 50 --browser chromium --only refresh,strict --point "put issued"
 * --bursts 1000]`: kills the extension everywhere, many times, and prints what became of the logins.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { startStandin } from '../standin/index.ts';
import { LISTENER_KEYS } from '../standin/listeners.ts';
import type { BrowserName } from '../support/driver.ts';
import { launchExtension } from '../support/extension-browser.ts';
import { buildKillable } from './build-killable.ts';
import { runBursts, type BurstReport } from './bursts.ts';
import { createRig, type Rig } from './rig.ts';
import { cellsOf, prepare, runCell, SECTIONS, type Cell } from './sections.ts';
import { renderTables, type Result } from './table.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '50' },
    bursts: { type: 'string', default: '1000' },
    browser: { type: 'string', default: 'chromium,firefox' },
    only: { type: 'string', default: [...SECTIONS, 'bursts'].join(',') },
    point: { type: 'string' },
  },
});
const runs = Number(values.runs);
const bursts = Number(values.bursts);
const wanted = values.only.split(',');
const OUTPUT = '.output/campaign';

const cells = SECTIONS.filter((section) => wanted.includes(section))
  .flatMap(cellsOf)
  .filter(({ row }) => values.point === undefined || row === values.point);
const hasBursts = wanted.includes('bursts') && values.point === undefined;
if (!(runs > 0) || !(bursts > 0) || (cells.length === 0 && !hasBursts)) {
  console.error('Nothing to run: see test/campaign/points.ts for the points.');
  process.exit(1);
}

interface BrowserReport {
  results: Result[];
  bursts: BurstReport | null;
}

async function runIn(browser: BrowserName): Promise<BrowserReport> {
  const standin = await startStandin({ live: [] });
  for (const listener of LISTENER_KEYS) await standin.control.quiet({ listener });
  const extensionDir = await buildKillable({
    browser,
    outDir: `${OUTPUT}/${process.pid}`,
    endpoints: {
      WXT_SPOTIFY_ACCOUNTS_URL: standin.accountsUrl,
      WXT_SPOTIFY_API_URL: standin.apiUrl,
    },
  });
  const extension = await launchExtension({ browser, extensionDir });
  try {
    let rig = await start();
    const results: Result[] = [];
    for (const cell of cells) {
      try {
        results.push(...(await repeat(cell)));
      } catch (error) {
        // What was found so far is worth its table.
        results.push({ ...cell, kind: 'lost', faults: [`${browser} gave up: ${String(error)}`] });
        return { results, bursts: null };
      }
    }
    return { results, bursts: hasBursts ? await runBursts(rig, bursts) : null };

    async function start(): Promise<Rig> {
      await standin.control.reset({ accounts: true });
      const started = await createRig(extension, standin);
      // The one a new extension opens would wake the background whenever it likes. Firefox opens none
      // where it takes the extension for one it has had before.
      const welcome = await extension.open('options.html').catch(() => null);
      await welcome?.close();
      await started.connect();
      return started;
    }

    /** A run that nothing can be tidied up after counts, and the next ones have a new browser. */
    async function runOnce(cell: Cell): Promise<Result> {
      try {
        return await runCell(rig, cell);
      } catch (error) {
        const { table, row, column } = cell;
        const faults = [`not to be mended: ${String(error)}`];
        console.error(`${browser}, ${row}, ${column}:`, error);
        await extension.renew();
        rig = await start();
        return { table: `${browser} · ${table}`, row, column, kind: 'lost', faults };
      }
    }

    async function repeat(cell: Cell): Promise<Result[]> {
      const own: Result[] = [];
      const started = Date.now();
      await prepare(rig, cell);
      for (let run = 0; run < runs; run += 1) {
        await standin.control.clearRequests();
        own.push(await runOnce(cell));
      }
      const bad = own.filter(({ faults }) => faults.length > 0);
      const seconds = ((Date.now() - started) / 1000).toFixed(0);
      // At once: who stops the campaign before its end gets no table.
      const what = [...new Set(bad.flatMap(({ faults }) => faults))].join('; ');
      const outcome =
        bad.length > 0 ? `${bad.length} of ${runs} went wrong: ${what}` : `${runs} as promised`;
      console.error(
        `${browser}, ${cell.table}, ${cell.row}, ${cell.column}: ${outcome} (${seconds} s)`,
      );
      return own;
    }
  } finally {
    await extension.close();
    await standin.close();
  }
}

const browsers = values.browser.split(',') as BrowserName[];
const reports = await Promise.all(browsers.map(runIn));
const results = reports.flatMap((report) => report.results);
const lines = reports.flatMap(({ bursts: report }, index) =>
  report ? [`${browsers[index]} · ${describeBursts(report)}`] : [],
);
const lost = results.filter(({ kind }) => kind === 'lost').length;
const faults =
  results.filter((result) => result.faults.length > 0).length +
  reports.flatMap((report) => report.bursts?.faults ?? []).length;
const text = [
  renderTables(results),
  ...lines,
  `${results.length} kills, ${lost} logins lost, ${faults} against the promise`,
].join('\n\n');
console.log(text);
mkdirSync(OUTPUT, { recursive: true });
writeFileSync(`${OUTPUT}/table.txt`, `${text}\n`);
process.exitCode = faults > 0 ? 1 : 0;

function describeBursts(report: BurstReport): string {
  const { bursts: count, requests, mostInFlight, rings, coldStarts, faults: wrong } = report;
  return [
    `${count} bursts of 10 callers: ${requests} refreshes, at most ${mostInFlight} on its way`,
    `the alarm rang in ${rings}, the background was stopped before ${coldStarts}`,
    ...(wrong.length > 0 ? [`${wrong.length} went wrong: ${[...new Set(wrong)].join('; ')}`] : []),
  ].join('; ');
}
