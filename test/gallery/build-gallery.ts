/** Puts the charts' gallery beside the pages of a built extension, under the same policies. */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { buildExtension } from '../support/build-extension.ts';
import type { BrowserName } from '../support/driver.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));

/** Resolves with the folder of an extension that has a page `gallery.html`. Not for a release. */
export async function buildGallery(browser: BrowserName): Promise<string> {
  const folder = await buildExtension({ browser, outDir: `.output/gallery/${browser}` });
  await build({
    configFile: false,
    logLevel: 'error',
    root: HERE,
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      outDir: folder,
      emptyOutDir: false,
      lib: { entry: join(HERE, 'gallery.tsx'), formats: ['es'], fileName: 'gallery' },
    },
    define: { 'process.env.NODE_ENV': JSON.stringify('production') },
  });
  copyFileSync(join(HERE, 'gallery.html'), join(folder, 'gallery.html'));
  return folder;
}
