/**
 * The other npm scripts: runs an installed tool, or a script of this project, once the packages are
 * there. `--with=chromium,firefox` in front asks for browsers too.
 */
import { ensureBrowsers, ensurePackages, handOver, toolScript } from './ensure.mjs';

const args = process.argv.slice(2);
const browsers = args[0]?.startsWith('--with=') ? args.shift().slice('--with='.length) : '';
const [program, ...rest] = args;
ensurePackages();
ensureBrowsers(browsers.split(',').filter(Boolean));
handOver(program.endsWith('.ts') ? program : toolScript(program), rest);
