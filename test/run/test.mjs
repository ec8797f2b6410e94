/** `npm test`: every check there is, on a machine that may have nothing but Node and npm. */
import { ensureBrowsers, ensurePackages, handOver } from './ensure.mjs';

ensurePackages();
ensureBrowsers(['chromium', 'firefox']);
handOver('test/run/run-checks.ts', process.argv.slice(2));
