/**
 * `npm run bench`, or `npm run bench -- NAME…` for some of the measures: prints what each takes, what
 * it is held against in the same run, and whether its budget is met. Slowness is never an error.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { benchHistory, HISTORY_MEASURES } from './history-bench.ts';
import { benchProduct } from './product-bench.ts';
import { formatTable } from './report.ts';
import { benchViews } from './views-bench.ts';

const NAMES: readonly string[] = ['popup', 'token', 'views', ...HISTORY_MEASURES];
const OUTPUT = fileURLToPath(new URL('../../.output/bench', import.meta.url));

const named = process.argv.slice(2);
const strangers = named.filter((name) => !NAMES.includes(name));
if (strangers.length > 0) {
  console.error(`No measure is called ${strangers.join(' or ')}. There are: ${NAMES.join(', ')}.`);
  process.exit(2);
}
const wants = (name: string) => named.length === 0 || named.includes(name);
const start = performance.now();
const say = (what: string) => {
  if (process.stderr.isTTY)
    console.error(`${Math.round((performance.now() - start) / 1000)} s  ${what}`);
};

mkdirSync(OUTPUT, { recursive: true });
// Of its own, so that two of these do not build over each other.
const folder = mkdtempSync(join(OUTPUT, 'run-'));
try {
  const outDir = join('.output/bench', folder.slice(OUTPUT.length));
  say('the whole extension');
  const product = await benchProduct(outDir, wants);
  if (wants('views')) say('every view');
  const lines = [
    ...product,
    ...(wants('views') ? await benchViews(join(outDir, 'views'), folder) : []),
    ...(await benchHistory(folder, wants, say)),
  ];
  console.log(formatTable(lines));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
