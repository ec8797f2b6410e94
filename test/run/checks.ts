/** The checks of `npm test`: how each is run, and how its result is counted. */
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { countPlaywright, countVitest, type Outcome } from './count-results.ts';
import { toolScript } from './ensure.mjs';

export interface Check {
  name: string;
  run: () => Promise<Outcome>;
  /** The groups after it need not wait for it. */
  isPatient?: boolean;
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Where the reports of test runners, failed e2e tests and their builds go. */
export const OUTPUT_DIR = join(ROOT, '.output', 'test');

/** Groups run one after the other, the checks of a group side by side. */
export const CHECKS: readonly (readonly Check[])[] = [
  [
    // On one core: the other need not wait.
    { ...single('format', 'prettier', ['--check', '--log-level=warn', '.']), isPatient: true },
    single('lint', 'oxlint', ['--type-aware', '--deny-warnings', '--quiet']),
    single('types', 'tsc', ['--noEmit', '--pretty', 'false']),
  ],
  [
    suite({
      name: 'unit',
      tool: 'vitest',
      args: (reportFile) => [
        'run',
        '--reporter=dot',
        '--reporter=json',
        `--outputFile.json=${reportFile}`,
      ],
      count: countVitest,
    }),
    // What only waits costs little beside what only counts, and may go on beside the other scenarios.
    { ...scenarios('waits', ['--grep=@waits', '--workers=1']), isPatient: true },
  ],
  [scenarios('e2e', ['--grep-invert=@waits'])],
];

/** Scenarios in both browsers. */
function scenarios(name: string, chosen: string[]): Check {
  return suite({
    name,
    tool: 'playwright',
    args: () => ['test', '--config=test/e2e', '--reporter=json', ...chosen],
    count: countPlaywright,
  });
}

/** A tool that is content or is not: counts as one. */
function single(name: string, tool: string, args: string[]): Check {
  return {
    name,
    async run() {
      const { code, output } = await runTool(tool, args);
      return code === 0
        ? { passed: 1, failed: 0, skipped: 0, details: [] }
        : { passed: 0, failed: 1, skipped: 0, details: [output.trim()] };
    },
  };
}

interface Suite {
  name: string;
  tool: string;
  args: (reportFile: string) => string[];
  count: (report: unknown) => Outcome;
}

/** A test runner: each of its tests counts. One that fails without a failed test counts as one more. */
function suite({ name, tool, args, count }: Suite): Check {
  return {
    name,
    async run() {
      const reportFile = join(OUTPUT_DIR, `${name}.json`);
      rmSync(reportFile, { force: true });
      const { code, output } = await runTool(tool, args(reportFile), {
        PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile,
      });
      try {
        const outcome = count(JSON.parse(readFileSync(reportFile, 'utf8')));
        if (code === 0 && outcome.failed === 0 && outcome.passed > 0) return outcome;
        const details = [...outcome.details, output.trim(), `${tool} ended with code ${code}`];
        return { ...outcome, failed: Math.max(1, outcome.failed), details };
      } catch (error) {
        const details = [`${tool} left no readable report: ${String(error)}`, output.trim()];
        return { passed: 0, failed: 1, skipped: 0, details };
      }
    },
  };
}

function runTool(
  tool: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [toolScript(tool), ...args], {
      cwd: ROOT,
      env: { ...process.env, NO_COLOR: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    }
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}
