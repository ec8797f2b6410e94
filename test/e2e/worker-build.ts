/** One build of the extension for all workers: each copies it, and writes its own stand-in's address in. */
import { randomUUID } from 'node:crypto';
import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Standin } from '../standin/index.ts';
import { buildExtension } from '../support/build-extension.ts';
import { buildKillableBackground, makeKillable } from '../campaign/build-killable.ts';
import type { BrowserName } from '../support/driver.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const OUTPUT = '.output/test';

/** Stands for the address of a stand-in that runs only later. */
const SOME_HOST = '127.0.0.1:48999';

const KILLABLE = '-killable';

/** Names the folder below `.output/test/` to all that share its builds: workers, and runs of one `npm test`. */
const SHARED = 'OSTINATO_E2E_BUILDS';

/** Builds for the workers of this run, unless a run before has. Resolves with what is to be done in the end. */
export async function buildForWorkers(): Promise<() => void> {
  const isShared = process.env[SHARED] !== undefined;
  const builds = useBuilds();
  if (!existsSync(builds)) await build(builds);
  return isShared ? () => {} : () => removeBuilds(builds);
}

/** The folder that all runs started from here on share; whoever calls this removes it in the end. */
export function useBuilds(): string {
  process.env[SHARED] ??= `builds-${randomUUID()}`;
  return join(ROOT, OUTPUT, process.env[SHARED]);
}

export function removeBuilds(builds: string): void {
  rmSync(builds, { recursive: true, force: true });
}

async function build(builds: string): Promise<void> {
  const endpoints = {
    WXT_SPOTIFY_ACCOUNTS_URL: `http://${SOME_HOST}/accounts`,
    WXT_SPOTIFY_API_URL: `http://${SOME_HOST}/v1`,
  };
  // One that is not finished has another name.
  const making = `${OUTPUT}/making-${process.pid}`;
  const outDir = (browser: BrowserName) => `${making}/${browser}`;
  await Promise.all([
    buildExtension({ browser: 'firefox', outDir: outDir('firefox'), endpoints }),
    buildExtension({ browser: 'chromium', outDir: outDir('chromium'), endpoints }),
  ]);
  const killable = `${outDir('chromium')}${KILLABLE}`;
  await buildKillableBackground({ browser: 'chromium', outDir: killable, endpoints });
  try {
    renameSync(join(ROOT, making), builds);
  } catch (error) {
    // Another run was quicker; its builds are the same.
    if (!existsSync(builds)) throw error;
    removeBuilds(join(ROOT, making));
  }
}

/** The folder to load into a worker's browser. */
export function takeBuild(browser: BrowserName, standin: Standin): string {
  return copyBuild(browser, standin, '');
}

/** The same for Chromium, but that its background can be killed at chosen places. */
export function takeKillableBuild(standin: Standin): string {
  return copyBuild('chromium', standin, KILLABLE);
}

function copyBuild(browser: BrowserName, standin: Standin, kind: '' | typeof KILLABLE): string {
  const built = join(useBuilds(), browser);
  const host = new URL(standin.url).host;
  const own = join(dirname(built), host.replace(':', '-') + kind);
  cpSync(built, own, { recursive: true });
  const folder = dirname(pathsBelow(own).find((file) => file.endsWith('manifest.json')) ?? '');
  if (kind) makeKillable(join(own, folder), join(built + kind, folder));
  writeHost(own, host);
  return join(own, folder);
}

function pathsBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' });
}

function writeHost(own: string, host: string): void {
  const files = pathsBelow(own);
  for (const file of files.filter((name) => /\.(js|json|html)$/.test(name))) {
    const path = join(own, file);
    const text = readFileSync(path, 'utf8');
    if (text.includes(SOME_HOST)) writeFileSync(path, text.replaceAll(SOME_HOST, host));
  }
}
