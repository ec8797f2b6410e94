/** `npm run soak`: the whole background through simulated months, with faults and kills on its way. */
import { defineConfig } from 'vitest/config';
import tests from '../../vitest.config.ts';

export default defineConfig({
  ...tests,
  test: {
    ...tests.test,
    // Memory is measured: nothing of another file may be in it.
    isolate: true,
    include: ['test/soak/*.soak.ts'],
    execArgv: ['--expose-gc'],
    // It takes as long as it is asked to.
    testTimeout: 0,
    hookTimeout: 60_000,
    fileParallelism: false,
    reporters: ['verbose'],
  },
});
