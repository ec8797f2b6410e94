/** Builds the extension whose pages the history is measured in: the product's code beside the engines. */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const SOURCE = fileURLToPath(new URL('extension', import.meta.url));

/** Resolves with the folder to load into the browser. */
export async function buildBenchExtension(outDir: string): Promise<string> {
  await build({
    root: SOURCE,
    base: './',
    configFile: false,
    logLevel: 'error',
    build: {
      outDir,
      emptyOutDir: true,
      target: 'esnext',
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      rolldownOptions: {
        input: join(SOURCE, 'bench.html'),
        // In few files, as the product has it: its workers are one each.
        output: {
          codeSplitting: {
            groups: [
              { name: 'history', test: /\/lib\/(history|dataset|domain)\/|\/(idb|zod)\// },
              { name: 'stats', test: /\/lib\/stats\// },
            ],
          },
        },
      },
    },
    worker: { format: 'es' },
  });
  for (const file of ['manifest.json', 'worker.js', 'options.html']) {
    copyFileSync(join(SOURCE, file), join(outDir, file));
  }
  return outDir;
}
