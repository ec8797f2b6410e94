/** All statistics, warm, all time, against the same questions to DuckDB-WASM in memory. */
import type { StatisticName } from '../extension/statistics-ours.ts';
import { median } from '../median.ts';
import { lineAgainst, lineOf } from '../report.ts';
import { ACCOUNT, type Site } from '../site.ts';
import { nameOf, type SizeReport } from './size-report.ts';

const OURS = { passes: 9, warmUp: 2 };
const THEIRS = { passes: 4, warmUp: 1 };

export async function measureStatistics(site: Site, compares: boolean): Promise<SizeReport> {
  const { streams } = site;
  const { page } = await site.filledPage();
  const task = { accountId: ACCOUNT, timeZone: 'Europe/Berlin', limit: 100 };
  const ours = await page.ask('statistics', 'computeStatistics', { ...task, passes: OURS.passes });
  const warm = ours.passes.slice(OURS.warmUp);
  const together = warm.map(sum);
  const costs = { statistics: median(together) };
  if (!compares) return { lines: [], costs };

  const theirs = await page.ask(
    'statistics',
    'computeInDuckDb',
    { ...task, passes: THEIRS.passes },
    ours,
  );
  for (const [name, count] of Object.entries(ours.counts)) {
    const rows = theirs.counts[name];
    if (rows !== count) throw new Error(`${name}: ${count} entries, but ${rows} in SQL`);
  }
  const names = Object.keys(warm[0] ?? {}) as StatisticName[];
  const each = names.map((name) => ({ name, ms: median(warm.map((pass) => pass[name])) }));
  const slowest = each.reduce((most, one) => (one.ms > most.ms ? one : most));
  const lines = [
    lineAgainst({
      measure: nameOf(`${names.length - 1} statistics`, streams),
      ours: together,
      theirs: theirs.passes.slice(THEIRS.warmUp).map(sum),
      yardstick: 'DuckDB-WASM, in memory',
      limit: { most: 0.15 },
    }),
    lineOf(nameOf(`slowest of them: ${slowest.name}`, streams), slowest.ms, 'ms', { most: 50 }),
  ];
  return { lines, costs };
}

function sum(times: Record<string, number>): number {
  return Object.values(times).reduce((total, ms) => total + ms, 0);
}
