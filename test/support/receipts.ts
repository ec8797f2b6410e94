/** The list of imports on the options page, as a person takes one back. */
import { expect } from '@playwright/test';
import type { DrivenPage } from './driven-page.ts';

export function countReceipts({ page }: DrivenPage): Promise<number> {
  return page.$$eval('.receipts__entry', (entries) => entries.length);
}

/** Takes back the newest import, up to its end: before that, no other can be asked for. */
export async function undoNewest(options: DrivenPage, left: number): Promise<void> {
  await options.page.bringToFront();
  // Not with the pointer: the page may still be moving under it.
  await options.page.$eval('.receipts__head button', (button) => (button as HTMLElement).click());
  await options.clickButton('Undo the import');
  await options.waitForText('The import was undone.');
  await expect.poll(() => countReceipts(options)).toBe(left);
}
