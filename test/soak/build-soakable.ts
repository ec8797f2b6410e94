/** The extension with a clock that the soak moves, and a page that does nothing by itself. */
import { fileURLToPath } from 'node:url';
import { addQuietPage } from '../campaign/build-killable.ts';
import { buildExtension } from '../support/build-extension.ts';
import type { BrowserName } from '../support/driver.ts';

const CONFIG = fileURLToPath(new URL('build/wxt.config.ts', import.meta.url));

interface SoakableOptions {
  browser: BrowserName;
  outDir: string;
  endpoints: Record<`WXT_SPOTIFY_${string}`, string>;
}

/** Resolves with the folder to load. */
export async function buildSoakable(options: SoakableOptions): Promise<string> {
  const folder = await buildExtension({ ...options, config: CONFIG });
  addQuietPage(folder);
  return folder;
}
