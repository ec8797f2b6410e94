/** Runs the measures of the history over histories of three sizes, in the bench's own extension. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateExportFiles, writeZip } from '../support/exports/write-export.ts';
import { LONGEST_PAUSE_MS, SEED } from './bench-export.ts';
import { buildBenchExtension } from './build-bench-extension.ts';
import { measureCold } from './measures/cold-open.ts';
import { measureImport } from './measures/import.ts';
import { measureAppend, measureStored } from './measures/kept.ts';
import type { SizeReport } from './measures/size-report.ts';
import { measureStatistics } from './measures/statistics.ts';
import { type Line, lineOf } from './report.ts';
import { openSite, type Site } from './site.ts';

export const HISTORY_MEASURES = ['import', 'stored', 'cold', 'statistics', 'append'] as const;
export type HistoryMeasure = (typeof HISTORY_MEASURES)[number];

/** In this order: appending puts the rollup out of date. */
const MEASURES: Record<HistoryMeasure, (site: Site, compares: boolean) => Promise<SizeReport>> = {
  import: measureImport,
  stored: measureStored,
  cold: measureCold,
  statistics: measureStatistics,
  append: measureAppend,
};

const [SMALL, MIDDLE, LARGE] = [100_000, 150_000, 1_000_000] as const;

/** `outDir` is an absolute path of a folder that is there. `say` hears what goes on. */
export async function benchHistory(
  outDir: string,
  wants: (name: HistoryMeasure) => boolean,
  say: (what: string) => void,
): Promise<Line[]> {
  const wanted = HISTORY_MEASURES.filter(wants);
  if (wanted.length === 0) return [];
  const extensionDir = await buildBenchExtension(join(outDir, 'history'));
  const lines: Line[] = [];
  const costs = new Map<number, Record<string, number>>();
  for (const streams of [SMALL, MIDDLE, LARGE]) {
    say(`${streams.toLocaleString('en')} streams: an export`);
    const exportFile = join(outDir, `${streams}.zip`);
    writeFileSync(exportFile, await writeZip(generateExportFiles(SEED, streams, LONGEST_PAUSE_MS)));
    const atSize: Record<string, number> = {};
    const run = async (site: Site, name: HistoryMeasure) => {
      say(`${streams.toLocaleString('en')} streams: ${name}`);
      // The smallest stands only for how costs grow.
      const report = await MEASURES[name](site, streams !== SMALL);
      if (streams !== SMALL) lines.push(...report.lines);
      Object.assign(atSize, report.costs);
    };
    // The imports that are measured leave histories behind, which must not count as stored.
    await withSite(extensionDir, exportFile, streams, async (site) => {
      if (wants('import')) await run(site, 'import');
    });
    await withSite(extensionDir, exportFile, streams, async (site) => {
      for (const name of wanted) if (name !== 'import') await run(site, name);
    });
    costs.set(streams, atSize);
  }
  return [...lines, ...growthLines(costs.get(SMALL) ?? {}, costs.get(LARGE) ?? {})];
}

async function withSite(
  extensionDir: string,
  exportFile: string,
  streams: number,
  work: (site: Site) => Promise<void>,
): Promise<void> {
  const site = await openSite(extensionDir, exportFile, streams);
  try {
    await work(site);
  } finally {
    await site.close();
  }
}

/** Ten times the streams may cost ten times as much. */
function growthLines(small: Record<string, number>, large: Record<string, number>): Line[] {
  return Object.entries(large).map(([name, cost]) =>
    lineOf(`${name}: 1,000,000 against 100,000`, cost / small[name]!, '×', {
      most: name === 'append' ? APPEND_GROWTH : LARGE / SMALL,
    }),
  );
}

/** Independent of the size, but for noise: an append takes a few milliseconds. */
const APPEND_GROWTH = 2;
