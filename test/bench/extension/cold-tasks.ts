/** From the first call in a new browser to top lists: the product, and the engines with files in OPFS. */
import { askWorker } from './ask-worker.ts';
import type { SqliteTask } from './sqlite.worker.ts';

const DUCKDB_FILE = 'history.duckdb';

export interface ColdRange {
  /** Local days since 1970-01-01, both inclusive. */
  first: number;
  last: number;
  timeZone: string;
}

/** The account's history into both engines, once. */
export async function fillEngines(accountId: string): Promise<void> {
  const { openHistory } = await import('../../../lib/history/open-history.ts');
  const { referenceTables } = await import('./reference-tables.ts');
  const { HEARD } = await import('./reference-views.ts');
  const { openDuckDb } = await import('./duckdb.ts');
  const tables = referenceTables(await openHistory().load(accountId));
  const db = await openDuckDb(DUCKDB_FILE);
  for (const table of tables) await db.load(table);
  await db.run(HEARD);
  await db.close();
  await askSqlite({ tables });
  await askSqlite({ queries: [HEARD] });
}

/** The all-time top, from the record that is kept ready. */
export async function openOurs(accountId: string, limit: number): Promise<number> {
  const start = performance.now();
  const { openHistory } = await import('../../../lib/history/open-history.ts');
  const rollup = await openHistory().readRollup(accountId);
  const lists = Object.values(rollup?.top ?? {}).map((list) => list.slice(0, limit));
  return finish(start, lists, limit);
}

/** The top of any days, from all rows. */
export async function openOursInRange(
  accountId: string,
  limit: number,
  { first, last, timeZone }: ColdRange,
): Promise<number> {
  const start = performance.now();
  const [{ openHistory }, { selectDays }, { timeZoneTable }, { topEntries }] = await Promise.all([
    import('../../../lib/history/open-history.ts'),
    import('../../../lib/stats/select-days.ts'),
    import('../../../lib/stats/time-zone.ts'),
    import('../../../lib/stats/top-entries.ts'),
  ]);
  const dataset = await openHistory().load(accountId);
  const selection = selectDays(dataset.columns, timeZoneTable(timeZone), { first, last });
  const { songs, artists, albums } = topEntries(dataset, selection, limit);
  return finish(start, [songs, artists, albums], limit);
}

/** `condition` is over `heard`; without one, all time. */
export async function openInDuckDb(limit: number, condition?: string): Promise<number> {
  const start = performance.now();
  const { openDuckDb } = await import('./duckdb.ts');
  const { topLists } = await import('./reference-views.ts');
  const db = await openDuckDb(DUCKDB_FILE);
  const lists: unknown[][] = [];
  for (const sql of topLists(limit, condition)) lists.push(await db.rows(sql));
  return finish(start, lists, limit);
}

export async function openInSqlite(limit: number): Promise<number> {
  const start = performance.now();
  const { topLists } = await import('./reference-views.ts');
  return finish(start, await askSqlite({ queries: topLists(limit) }), limit);
}

async function askSqlite(task: SqliteTask): Promise<unknown[][]> {
  const worker = new Worker(new URL('./sqlite.worker.ts', import.meta.url), { type: 'module' });
  const rows = await askWorker<unknown[][]>(worker, task);
  worker.terminate();
  return rows;
}

/** @throws Error when a list is not as long as it must be: then nothing was measured. */
function finish(start: number, lists: readonly (readonly unknown[])[], limit: number): number {
  const ms = performance.now() - start;
  if (lists.length !== 3 || lists.some(({ length }) => length !== limit)) {
    throw new Error(`Lists of ${lists.map(({ length }) => length).join()} entries`);
  }
  return ms;
}
