/**
 * Photographs the charts' gallery in both themes, narrow and wide, into `.output/gallery/pictures`:
 * node test/gallery/show.ts [firefox] [name of an example …]
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildExtension } from '../support/build-extension.ts';
import { launchExtension } from '../support/extension-browser.ts';
import { addGallery } from './add-gallery.ts';

const args = process.argv.slice(2);
const browser = args[0] === 'firefox' ? 'firefox' : 'chromium';
const only = args.filter((name) => name !== 'firefox');
const pictures = fileURLToPath(
  new URL(`../../.output/gallery/pictures/${browser}`, import.meta.url),
);
mkdirSync(pictures, { recursive: true });

const extensionDir = await buildExtension({ browser, outDir: '.output/gallery' });
await addGallery(extensionDir);
const extension = await launchExtension({ browser, extensionDir });
try {
  const gallery = await extension.open('gallery.html');
  await gallery.waitForFirst('.chart__picture');
  for (const width of [400, 1200]) {
    await gallery.page.setViewport({ width, height: 900 });
    for (const scheme of ['light', 'dark'] as const) {
      await gallery.setColorScheme(scheme);
      await gallery.waitForStillness();
      const names = await gallery.page.$$eval('section[id]', (all) => all.map(({ id }) => id));
      for (const name of names) {
        if (only.length > 0 && !only.includes(name)) continue;
        const section = await gallery.page.$(`#${name}`);
        await section?.screenshot({ path: `${join(pictures, `${name}-${width}-${scheme}`)}.png` });
      }
    }
  }
  console.log(pictures);
  console.log(
    extension
      .log()
      .match(/.*(error|refused|violat).*/gi)
      ?.slice(0, 20)
      .join('\n') ?? '',
  );
} finally {
  await extension.close();
}
