/** Reads the JSON reports of the two test runners, as far as counting needs it. */
import { z } from '../../lib/domain/schema.ts';

export interface Outcome {
  passed: number;
  failed: number;
  skipped: number;
  /** What a person needs to mend the failures. */
  details: string[];
}

const VitestReport = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
  testResults: z.array(
    z.object({
      status: z.string(),
      assertionResults: z.array(z.object({ status: z.string() })),
    }),
  ),
});

/** A file that could not even be loaded counts as one failed test. */
export function countVitest(json: unknown): Outcome {
  const report = z.parse(VitestReport, json);
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
    // The runner's own report, which is printed too, shows the differences better.
    details: [],
  };
}

const PlaywrightTest = z.object({
  projectName: z.string(),
  status: z.enum(['expected', 'unexpected', 'flaky', 'skipped']),
  results: z.array(z.object({ errors: z.array(z.object({ message: z.optional(z.string()) })) })),
});

interface PlaywrightSuite {
  specs: { title: string; tests: z.infer<typeof PlaywrightTest>[] }[];
  suites?: PlaywrightSuite[] | undefined;
}

const PlaywrightSuite: z.ZodMiniType<PlaywrightSuite> = z.object({
  specs: z.array(z.object({ title: z.string(), tests: z.array(PlaywrightTest) })),
  suites: z.optional(z.lazy(() => z.array(PlaywrightSuite))),
});

const PlaywrightReport = z.object({
  suites: z.array(PlaywrightSuite),
  errors: z.array(z.object({ message: z.optional(z.string()) })),
});

/** A test that passed only when tried again counts as failed; so does an error outside all tests. */
export function countPlaywright(json: unknown): Outcome {
  const report = z.parse(PlaywrightReport, json);
  const outcome: Outcome = {
    passed: 0,
    failed: report.errors.length,
    skipped: 0,
    details: report.errors.map(({ message }) => message ?? 'An error with no message'),
  };
  const specs = report.suites.flatMap(specsOf);
  for (const { title, tests } of specs) {
    for (const { projectName, status, results } of tests) {
      if (status === 'expected') outcome.passed += 1;
      else if (status === 'skipped') outcome.skipped += 1;
      else {
        outcome.failed += 1;
        const messages = results.flatMap(({ errors }) =>
          errors.map((error) => error.message ?? ''),
        );
        outcome.details.push(`[${projectName}] ${title}\n${messages.join('\n')}`);
      }
    }
  }
  return outcome;
}

function specsOf({ specs, suites = [] }: PlaywrightSuite): PlaywrightSuite['specs'] {
  return [...specs, ...suites.flatMap(specsOf)];
}
