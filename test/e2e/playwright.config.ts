/** The same scenarios in both browsers, side by side. */
import { defineConfig } from '@playwright/test';
import type { Target } from './fixtures.ts';

export default defineConfig<object, Target>({
  testDir: '.',
  globalSetup: './global-setup.ts',
  outputDir: '../../.output/test/e2e',
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env['CI']),
  reporter: 'list',
  // One more than there are cores: each waits for something now and then.
  workers: 3,
  projects: [
    { name: 'chromium', use: { target: 'chromium' } },
    // A scenario that differs in nothing between the browsers says so by its tag.
    { name: 'firefox', use: { target: 'firefox' }, grepInvert: /@chromium/ },
  ],
});
