/** Puts the charts' gallery beside the pages of a built extension, under the same policies. */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const HERE = fileURLToPath(new URL('.', import.meta.url));

/** The extension in `folder` has a page `gallery.html` then. Not for a release. */
export async function addGallery(folder: string): Promise<void> {
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
}
