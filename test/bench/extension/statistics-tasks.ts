/** All statistics, warm: the product's in a worker, and DuckDB's in memory. */
import { openHistory } from '../../../lib/history/open-history.ts';
import { timeZoneTable } from '../../../lib/stats/time-zone.ts';
import { askWorker } from './ask-worker.ts';
import { openDuckDb } from './duckdb.ts';
import { referenceTables, zoneTable } from './reference-tables.ts';
import { HEARD, MUSIC_IN_ZONE } from './reference-views.ts';
import { statisticsSql } from './statistics-sql.ts';
import type { StatisticsReport, StatisticsTask } from './statistics.worker.ts';

export async function computeStatistics(task: StatisticsTask): Promise<StatisticsReport> {
  const worker = new Worker(new URL('./statistics.worker.ts', import.meta.url), { type: 'module' });
  const report = await askWorker<StatisticsReport>(worker, task);
  worker.terminate();
  return report;
}

export interface SqlReport {
  /** Of each pass: ms by statistic. */
  passes: Record<string, number>[];
  /** Rows of each answer. */
  counts: Record<string, number>;
}

/** The same with DuckDB-WASM, whose tables are in memory before the first pass. */
export async function computeInDuckDb(
  { accountId, timeZone, limit, passes }: StatisticsTask,
  { asOf, playlists }: StatisticsReport,
): Promise<SqlReport> {
  const db = await openDuckDb();
  const dataset = await openHistory().load(accountId);
  for (const table of referenceTables(dataset)) await db.load(table);
  await db.load(zoneTable(dataset, timeZoneTable(timeZone)));
  await db.run(HEARD);
  await db.run(MUSIC_IN_ZONE);
  const queries = Object.entries(statisticsSql(asOf, limit, playlists));
  const times: Record<string, number>[] = [];
  const counts: Record<string, number> = {};
  for (let pass = 0; pass < passes; pass++) {
    const ofPass: Record<string, number> = {};
    for (const [name, sql] of queries) {
      const start = performance.now();
      counts[name] = await db.run(sql);
      ofPass[name] = performance.now() - start;
    }
    times.push(ofPass);
  }
  await db.close();
  return { passes: times, counts };
}
