/** From the zip to the receipt, against the least an import must do, and against DuckDB native. */
import { median } from '../median.ts';
import { lineAgainst, lineOf } from '../report.ts';
import { ACCOUNT, type Site } from '../site.ts';
import { importInDuckDb } from './duckdb-native.ts';
import { nameOf, type SizeReport } from './size-report.ts';

const ROUNDS = 3;

/** Each round in a new browser: nobody imports twice. */
export async function measureImport(site: Site, compares: boolean): Promise<SizeReport> {
  const { streams, exportFile } = site;
  const ours: number[] = [];
  const floor: number[] = [];
  const duckdb: number[] = [];
  const duckdbPacked: number[] = [];
  const peaks: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const page = await site.freshPage();
    ours.push(checked(await page.ask('import', 'importExport', `${ACCOUNT}-${round}`), streams));
    peaks.push(await page.peakMegabytes());
    if (!compares) continue;
    floor.push(checked(await (await site.freshPage()).ask('import', 'parseOnly'), streams));
    duckdb.push(checked(await importInDuckDb(exportFile, 'unzipped'), streams));
    duckdbPacked.push(checked(await importInDuckDb(exportFile, 'gzip'), streams));
  }
  const costs = { import: median(ours) };
  if (!compares) return { lines: [], costs };
  const name = nameOf('import', streams);
  const lines = [
    lineAgainst({
      measure: name,
      ours,
      theirs: floor,
      yardstick: 'inflate, decode, JSON.parse',
      limit: { least: streams < 1_000_000 ? 1.4 : 1.8 },
    }),
    lineAgainst({
      measure: name,
      ours,
      theirs: duckdb,
      yardstick: 'DuckDB native, unzipping',
      limit: { least: 1.5 },
    }),
    {
      ...lineAgainst({
        measure: name,
        ours,
        theirs: duckdbPacked,
        yardstick: 'DuckDB native, given gzip',
        limit: { least: 1 },
      }),
      budget: '',
      met: null,
    },
    lineOf(nameOf('import, peak memory', streams), Math.max(...peaks), 'MB', { most: 450 }),
  ];
  return { lines, costs };
}

function checked({ ms, rows }: { ms: number; rows: number }, streams: number): number {
  if (rows !== streams) throw new Error(`${rows} of ${streams} rows were read`);
  return ms;
}
