/**
 * First step of every npm script: puts in place what a fresh machine lacks, then hands over to the
 * pinned Node. Runs on Node 20 with nothing installed, so it is plain JavaScript without packages.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser } from './find-browser.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const TOOLS = join(ROOT, 'node_modules', '.bin');

const DEBIAN_PACKAGE = { chromium: 'chromium', firefox: 'firefox-esr' };

const HOW_TO = {
  chromium:
    'Chromium is missing. Install it (Debian, Ubuntu: apt install chromium; Fedora: dnf install chromium; ' +
    'macOS: brew install --cask chromium), or name one with CHROMIUM_PATH. ' +
    'Google Chrome does not do: it ignores extensions named on its command line.',
  firefox:
    'Firefox is missing. Install it (Debian: apt install firefox-esr; Fedora: dnf install firefox; ' +
    'macOS: brew install --cask firefox), or name one with FIREFOX_PATH.',
};

/** Installs the packages of package-lock.json unless exactly these are installed. Exits on failure. */
export function ensurePackages() {
  if (!packagesMatch()) {
    console.log('Installing packages with npm ci …');
    runQuietly(...npmCommand('ci', '--no-audit', '--no-fund', '--loglevel=error'));
  }
  if (!existsSync(join(ROOT, '.wxt', 'tsconfig.json'))) {
    runQuietly(pinnedNode(), [toolScript('wxt'), 'prepare']);
  }
}

/** Installs the browsers where root has apt-get; elsewhere says what to install, and exits. */
export function ensureBrowsers(names) {
  const missing = names.filter((name) => findBrowser(name) === null);
  if (missing.length === 0) return;
  if (canUseApt()) {
    const packages = missing.map((name) => DEBIAN_PACKAGE[name]);
    console.log(`Installing ${packages.join(' and ')} with apt-get …`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    runQuietly('apt-get', ['-qq', 'update'], env);
    runQuietly('apt-get', ['-qq', '-y', '--no-install-recommends', 'install', ...packages], env);
  }
  const stillMissing = missing.filter((name) => findBrowser(name) === null);
  for (const name of stillMissing) console.error(HOW_TO[name]);
  if (stillMissing.length > 0) process.exit(1);
}

/** Runs a program of this project on the pinned Node, and ends as it ends. */
export function handOver(script, args) {
  const child = spawn(pinnedNode(), [script, ...args], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, PATH: [TOOLS, process.env.PATH].join(delimiter) },
  });
  // Ctrl-C reaches the child too: it tidies up, and this process only waits for it.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => process.exit(code ?? 1));
}

/** The path of an installed tool's own script, for `handOver`. */
export function toolScript(name) {
  const owner = { tsc: 'typescript', playwright: '@playwright/test' }[name] ?? name;
  const folder = join(ROOT, 'node_modules', owner);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[name]);
}

/** npm notes what it installed in a lock file of its own; packages for other systems are not in it. */
function packagesMatch() {
  try {
    const wanted = readPackages(join(ROOT, 'package-lock.json'));
    const installed = readPackages(join(ROOT, 'node_modules', '.package-lock.json'));
    return Object.entries(wanted).every(
      ([path, { version, optional }]) =>
        path === '' || installed[path]?.version === version || (optional && !installed[path]),
    );
  } catch {
    return false;
  }
}

function readPackages(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
}

function pinnedNode() {
  const program = process.platform === 'win32' ? 'node.exe' : 'node';
  const path = join(ROOT, 'node_modules', 'node', 'bin', program);
  if (existsSync(path)) return path;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  console.error(
    'The pinned Node 24 is not in node_modules: npm was told to ignore install scripts. ' +
      'Run "npm ci --ignore-scripts=false", or use Node 24 or newer.',
  );
  return process.exit(1);
}

/** The npm that runs this script, where one does. */
function npmCommand(...args) {
  const { npm_execpath: npm } = process.env;
  if (npm?.endsWith('.js')) return [process.execPath, [npm, ...args]];
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm', args];
}

function canUseApt() {
  return process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0;
}

/** Its output is shown only when it fails. No package may bring a browser of its own. */
function runQuietly(command, args, env = process.env) {
  const done = spawnSync(command, args, {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: command.endsWith('.cmd'),
    env: { ...env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1', PUPPETEER_SKIP_DOWNLOAD: '1' },
  });
  if (done.status === 0) return;
  console.error(`${done.stdout ?? ''}${done.stderr ?? ''}`.trim());
  console.error(
    `${command} ${args.join(' ')} failed${done.error ? `: ${done.error.message}` : ''}`,
  );
  process.exit(1);
}
