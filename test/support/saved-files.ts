/** What a page saves as a file, without any folder of downloads. */
import type { DrivenPage } from './driven-page.ts';

/** Keeps the bytes of what the page saves: no two browsers download alike under a driver. */
export async function watchSaves(page: DrivenPage): Promise<void> {
  await page.page.evaluate(() => {
    const original = URL.createObjectURL.bind(URL);
    async function keep(blob: Blob) {
      const bytes = new Uint8Array(await blob.arrayBuffer());
      const text = [...bytes].map((byte) => String.fromCharCode(byte)).join('');
      document.documentElement.dataset['saved'] = btoa(text);
    }
    URL.createObjectURL = (blob: Blob) => {
      void keep(blob);
      return original(blob);
    };
  });
}

/** Presses the button and waits for what it saves; `watchSaves` must have run in this page. */
export async function save(page: DrivenPage, button: string): Promise<Buffer<ArrayBuffer>> {
  await page.page.evaluate(() => delete document.documentElement.dataset['saved']);
  await page.clickButton(button);
  await page.waitForText('Saved as ');
  return savedFile(page);
}

/** What the page has saved last, as soon as it has. */
export async function savedFile(page: DrivenPage): Promise<Buffer<ArrayBuffer>> {
  await page.waitForFirst('html[data-saved]');
  const saved = await page.page.evaluate(() => document.documentElement.dataset['saved'] ?? '');
  return Buffer.from(saved, 'base64');
}
