/** `npm start [-- --firefox] [-- --headless]`: the extension in a browser, connected to the stand-in. */
import { ensureBrowsers, ensurePackages, handOver } from './ensure.mjs';

const args = process.argv.slice(2);
ensurePackages();
ensureBrowsers([args.includes('--firefox') ? 'firefox' : 'chromium']);
handOver('test/tour/start.ts', args);
