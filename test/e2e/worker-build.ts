/** One build of the extension for all workers: each copies it, and writes its own stand-in's address in. */
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Standin } from '../standin/index.ts';
import { buildExtension } from '../support/build-extension.ts';
import { buildKillableBackground, makeKillable } from '../campaign/build-killable.ts';
import type { BrowserName } from '../support/driver.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Stands for the address of a stand-in that runs only later. */
const SOME_HOST = '127.0.0.1:48999';

const KILLABLE = '-killable';

const outDirOf = (browser: BrowserName, run: number) => `.output/test/build-${run}/${browser}`;

/** Builds for the workers of this run: the process that starts them all. */
export async function buildForWorkers(browser: BrowserName): Promise<void> {
  const endpoints = {
    WXT_SPOTIFY_ACCOUNTS_URL: `http://${SOME_HOST}/accounts`,
    WXT_SPOTIFY_API_URL: `http://${SOME_HOST}/v1`,
  };
  const outDir = outDirOf(browser, process.pid);
  await buildExtension({ browser, outDir, endpoints });
  await buildKillableBackground({ browser, outDir: `${outDir}${KILLABLE}`, endpoints });
}

export function removeBuilds(): void {
  rmSync(dirname(join(ROOT, outDirOf('chromium', process.pid))), { recursive: true, force: true });
}

/** The folder to load into a worker's browser. */
export function takeBuild(browser: BrowserName, standin: Standin): string {
  return copyBuild(browser, standin, '');
}

/** The same, but that its background can be killed at chosen places. */
export function takeKillableBuild(browser: BrowserName, standin: Standin): string {
  return copyBuild(browser, standin, KILLABLE);
}

function copyBuild(browser: BrowserName, standin: Standin, kind: '' | typeof KILLABLE): string {
  const built = join(ROOT, outDirOf(browser, process.ppid));
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
