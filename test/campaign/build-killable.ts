/** The extension with places to kill its background, and a page that only the campaign uses. */
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildExtension } from '../support/build-extension.ts';
import type { BrowserName } from '../support/driver.ts';

export const KILLABLE_CONFIG = fileURLToPath(new URL('build/wxt.config.ts', import.meta.url));

/** May ask the background everything, and does nothing by itself: a dead background stays dead. */
export const QUIET_PAGE = 'popup.html';

/** Its two scripts, by their entrypoints. */
const BACKGROUND = ['background', 'background-parts'];

interface KillableOptions {
  browser: BrowserName;
  outDir: string;
  endpoints: Record<`WXT_SPOTIFY_${string}`, string>;
}

/** Resolves with the folder to load. */
export async function buildKillable(options: KillableOptions): Promise<string> {
  const folder = await buildExtension({ ...options, config: KILLABLE_CONFIG });
  addQuietPage(folder);
  return folder;
}

/** Only the background, to be laid over a build that is there already. */
export async function buildKillableBackground(options: KillableOptions): Promise<string> {
  return buildExtension({ ...options, config: KILLABLE_CONFIG, only: BACKGROUND });
}

/** Replaces the background of a build, whose manifest stays. */
export function makeKillable(folder: string, background: string): void {
  cpSync(background, folder, {
    recursive: true,
    filter: (path) => !path.endsWith('manifest.json'),
  });
  addQuietPage(folder);
}

/** The popup becomes a blank page. */
export function addQuietPage(folder: string): void {
  const page = '<!doctype html><meta charset="utf-8"><title>Campaign</title>';
  writeFileSync(join(folder, QUIET_PAGE), page);
}
