/** `npm run soak`: the whole background through simulated months, with faults and kills on its way. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    alias: { 'wxt/browser': '@wxt-dev/webextension-polyfill/browser' },
  },
  test: {
    env: { TZ: 'Europe/Berlin' },
    include: ['test/soak/*.soak.ts'],
    execArgv: ['--expose-gc'],
    // It takes as long as it is asked to.
    testTimeout: 0,
    hookTimeout: 60_000,
    fileParallelism: false,
    reporters: ['verbose'],
    setupFiles: ['test/support/each-file.ts'],
  },
});
