/** From the page's call in a new browser to the top 100 of songs, artists and albums. */
import { median } from '../median.ts';
import { lineAgainst } from '../report.ts';
import { ACCOUNT, type BenchPage, type Site } from '../site.ts';
import { nameOf, type SizeReport } from './size-report.ts';

const ROUNDS = 5;
const LIMIT = 100;
const DAY_MS = 86_400_000;
const TIME_ZONE = 'Europe/Berlin';

export async function measureCold(site: Site, compares: boolean): Promise<SizeReport> {
  const { streams } = site;
  const { page, firstAt, lastAt } = await site.filledPage();
  if (compares) await page.ask('cold', 'fillEngines', ACCOUNT);
  // All but the ends: nothing that is kept ready helps, and all rows count.
  const first = Math.ceil(firstAt / DAY_MS) + 1;
  const last = Math.floor(lastAt / DAY_MS) - 1;
  const condition = `ended_at BETWEEN ${first * DAY_MS} AND ${(last + 1) * DAY_MS}`;
  const range = { first, last, timeZone: TIME_ZONE };

  const time = { ours: [], oursInRange: [], duckdb: [], duckdbInRange: [], sqlite: [] } as Record<
    'ours' | 'oursInRange' | 'duckdb' | 'duckdbInRange' | 'sqlite',
    number[]
  >;
  const ask = async (into: number[], open: (fresh: BenchPage) => Promise<number>) => {
    into.push(await open(await site.freshPage()));
  };
  for (let round = 0; round < ROUNDS; round++) {
    await ask(time.ours, (fresh) => fresh.ask('cold', 'openOurs', ACCOUNT, LIMIT));
    await ask(time.oursInRange, (fresh) =>
      fresh.ask('cold', 'openOursInRange', ACCOUNT, LIMIT, range),
    );
    if (!compares) continue;
    await ask(time.duckdb, (fresh) => fresh.ask('cold', 'openInDuckDb', LIMIT));
    await ask(time.duckdbInRange, (fresh) => fresh.ask('cold', 'openInDuckDb', LIMIT, condition));
    await ask(time.sqlite, (fresh) => fresh.ask('cold', 'openInSqlite', LIMIT));
  }
  const costs = {
    'cold open, all time': median(time.ours),
    'cold open, any range': median(time.oursInRange),
  };
  if (!compares) return { lines: [], costs };
  const allTime = nameOf('cold open, all time', streams);
  const lines = [
    lineAgainst({
      measure: allTime,
      ours: time.ours,
      theirs: time.duckdb,
      yardstick: 'DuckDB-WASM, file in OPFS',
      limit: { most: 0.03 },
    }),
    lineAgainst({
      measure: allTime,
      ours: time.ours,
      theirs: time.sqlite,
      yardstick: 'SQLite-WASM, OPFS, no index',
      limit: { most: 0.03 },
    }),
    lineAgainst({
      measure: nameOf('cold open, any range', streams),
      ours: time.oursInRange,
      theirs: time.duckdbInRange,
      yardstick: 'DuckDB-WASM, file in OPFS',
      limit: { most: 0.1 },
    }),
  ];
  return { lines, costs };
}
