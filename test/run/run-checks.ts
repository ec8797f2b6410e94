/**
 * Everything `npm test` means, so that two cores are always busy, with one line for each and one
 * for the sum. Exits non-zero when anything failed.
 */
import { mkdirSync } from 'node:fs';
import { removeBuilds, useBuilds } from '../e2e/worker-build.ts';
import { CHECKS, OUTPUT_DIR } from './checks.ts';
import type { Outcome } from './count-results.ts';

mkdirSync(OUTPUT_DIR, { recursive: true });
const builds = useBuilds();
const wanted = process.argv.slice(2);
const total = { passed: 0, failed: 0, skipped: 0 };

const patient: Promise<void>[] = [];
for (const group of CHECKS) {
  const started = Date.now();
  const running: Promise<void>[] = [];
  for (const { name, run, isPatient } of group) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const done = run().then((outcome) => report(name, outcome, Date.now() - started));
    (isPatient ? patient : running).push(done);
  }
  await Promise.all(running);
}
await Promise.all(patient);
removeBuilds(builds);

const { passed, failed, skipped } = total;
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;

function report(name: string, outcome: Outcome, elapsedMs: number): void {
  total.passed += outcome.passed;
  total.failed += outcome.failed;
  total.skipped += outcome.skipped;
  const mark = outcome.failed > 0 ? '✗' : '✓';
  const counts =
    outcome.failed > 0 ? `${outcome.passed} passed, ${outcome.failed} failed` : outcome.passed;
  console.log(`${mark} ${name.padEnd(8)} ${counts}  (${(elapsedMs / 1000).toFixed(1)} s)`);
  for (const line of outcome.details) console.log(`\n${line.replaceAll(/^/gm, '    ')}`);
}
