import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    alias: { 'wxt/browser': '@wxt-dev/webextension-polyfill/browser' },
  },
  test: {
    // A zone with daylight saving, so that a forgotten time zone shows.
    env: { TZ: 'Europe/Berlin' },
    include: ['test/unit/**/*.test.ts', 'test/integration/**/*.test.ts'],
    testTimeout: 20_000,
    // Starting and loading everything anew for each file took longer than most files' tests.
    isolate: false,
    // Nothing else of `npm test` runs meanwhile that would need a core.
    maxWorkers: '100%',
    setupFiles: ['test/support/each-file.ts'],
    restoreMocks: true,
    unstubGlobals: true,
    unstubEnvs: true,
  },
});
