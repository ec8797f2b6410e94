/** The charts' gallery as a page of the extension: read by keyboard, as a table, and as files. */
import type { DrivenPage } from '../support/driven-page.ts';
import { addGallery } from '../gallery/add-gallery.ts';
import { expect, test } from './fixtures.ts';

test(
  'reads charts without a mouse, and saves them as they are',
  { tag: '@chromium' },
  async ({ extension, extensionDir }) => {
    await addGallery(extensionDir);
    const gallery = await extension.open('gallery.html');
    await gallery.waitForFirst('#months .chart__picture');

    await test.step('arrow keys lead through the values, which are said and shown', async () => {
      await gallery.page.focus('#months input');
      const { keyboard } = gallery.page;
      await keyboard.press('End');
      await expect.poll(() => valueRead(gallery, 'months')).toMatch(/^December 2014: /);
      for (let i = 0; i < 15; i++) await keyboard.press('ArrowLeft');
      await expect
        .poll(() => valueRead(gallery, 'months'))
        .toMatch(/^September 2013: at least 6 h/);
      await expect.poll(() => tipOf(gallery, 'months')).toMatch(/^September 2013\s+at least 6 h/);
      await keyboard.press('Escape');
      await expect.poll(() => tipOf(gallery, 'months')).toBe('');
    });

    await test.step('each chart is one tab stop, with its three buttons after it', async () => {
      const stops = await gallery.page.$$eval(
        '#bars :is(a, button, input, [tabindex])',
        (elements) =>
          elements
            .filter((element) => element instanceof HTMLElement && element.tabIndex >= 0)
            .map((element) => element.getAttribute('aria-label')),
      );
      const title = 'Nocturne Avenue leads by three weeks of listening';
      expect(stops).toEqual([title, ...['Show table', 'Save PNG', 'Save CSV'].map(about)]);
      function about(action: string): string {
        return `${action}: ${title}`;
      }
    });

    await test.step('the table has what the chart shows', async () => {
      await gallery.clickButton('Show table: Nocturne Avenue leads by three weeks of listening');
      await gallery.waitForFirst('#bars th[scope=row]');
      const cells = await gallery.page.$$eval('#bars th[scope=row]', (all) =>
        all.map(({ textContent }) => textContent),
      );
      expect(cells).toEqual(expect.arrayContaining(['<img src=x>', 'أم كلثوم']));
      await gallery.clickButton('Show chart: Nocturne Avenue leads by three weeks of listening');
      await gallery.waitForFirst('#bars .chart__picture');
    });

    for (const scheme of ['light', 'dark'] as const)
      await test.step(`the image is the chart in the ${scheme} theme, twice as fine`, async () => {
        await gallery.setColorScheme(scheme);
        const image = await savedImage(gallery, 'hours');
        expect(image.name).toBe('ostinato-hours.png');
        expect(image.width).toBe(1920);
        expect(image.corner).toEqual(scheme === 'light' ? [255, 255, 255] : [29, 27, 26]);
        // Title, cells of all strengths, the soft edges of letters.
        expect(image.colours).toBeGreaterThan(20);
        // Axe takes its time over the shapes of a calendar, and finds the same in both browsers.
        if (extension.name === 'chromium')
          expect(await gallery.findAccessibilityFaults()).toEqual([]);
      });

    expect(extension.log()).not.toMatch(/Content.Security.Policy/i);
  },
);

/** What a screen reader says of the chart. */
function valueRead(gallery: DrivenPage, id: string): Promise<string> {
  return gallery.page.$eval(`#${id} input`, (input) => input.getAttribute('aria-valuetext') ?? '');
}

async function tipOf(gallery: DrivenPage, id: string): Promise<string> {
  const tips = await gallery.page.$$eval(`#${id} .chart__tip`, (all) =>
    all.map((tip) => (tip instanceof HTMLElement ? tip.innerText : '')),
  );
  return tips.join();
}

interface SavedImage {
  name: string;
  width: number;
  corner: number[];
  colours: number;
}

/** Presses “Save PNG”, and looks at the file instead of keeping it. */
async function savedImage(gallery: DrivenPage, id: string): Promise<SavedImage> {
  return gallery.page.evaluate(async (section) => {
    const makeUrl = URL.createObjectURL.bind(URL);
    const file = await new Promise<{ name: string; blob: Blob }>((resolve) => {
      let blob = new Blob();
      URL.createObjectURL = (made: Blob) => {
        blob = made;
        return makeUrl(made);
      };
      HTMLAnchorElement.prototype.click = function save(this: HTMLAnchorElement) {
        resolve({ name: this.download, blob });
      };
      const buttons = document.querySelectorAll<HTMLElement>(`#${section} .chart__tools button`);
      buttons[1]?.click();
    });
    const bitmap = await createImageBitmap(file.blob);
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d')!;
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    const colours = new Set(new Uint32Array(data.buffer));
    return {
      name: file.name,
      width: bitmap.width,
      corner: Array.from(data.slice(0, 3)),
      colours: colours.size,
    };
  }, id);
}
