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
  },
});
