/** Builds the extension for a test: a release, or one that talks to a stand-in on this machine. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { BrowserName } from './driver.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);

interface BuildOptions {
  browser: BrowserName;
  /** Below `.output/`, so that the release a developer has built stays what it is. */
  outDir: string;
  /** `WXT_SPOTIFY_…`; without it a release with Spotify's own addresses. */
  endpoints?: Record<`WXT_SPOTIFY_${string}`, string>;
  /** Another configuration than the product's own. */
  config?: string;
  /** Of all entrypoints only these; the manifest then names no other. */
  only?: readonly string[];
}

/**
 * Resolves with the folder to load into the browser.
 *
 * @throws Error with WXT's output when the build fails.
 */
export async function buildExtension({
  browser,
  outDir,
  endpoints,
  config,
  only = [],
}: BuildOptions): Promise<string> {
  const inherited = Object.entries(process.env).filter(
    // Vitest's mode would otherwise become the build's.
    ([name]) => !name.startsWith('WXT_') && !['NODE_ENV', 'VITEST', 'MODE'].includes(name),
  );
  const target = browser === 'chromium' ? 'chrome' : 'firefox';
  const wxt = join(ROOT, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
  const args = [wxt, 'build', '-b', target];
  if (config !== undefined) args.push('-c', config);
  args.push(...only.flatMap((name) => ['-e', name]));
  await run(process.execPath, args, {
    cwd: ROOT,
    env: { ...Object.fromEntries(inherited), ...endpoints, OSTINATO_OUT_DIR: outDir },
  });
  return join(ROOT, outDir, `${target}-mv3`);
}
