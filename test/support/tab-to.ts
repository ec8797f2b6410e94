/** From one thing to another as a keyboard leads: Tab by Tab. */
import { expect } from '@playwright/test';
import type { DrivenPage } from './driven-page.ts';

/** More stops than these nobody walks. */
const MOST_STOPS = 60;

/** Presses Tab until what is named so has the focus. */
export async function tabTo(page: DrivenPage, name: string | RegExp): Promise<void> {
  const passed: string[] = [];
  const isThere = (focused: string) =>
    typeof name === 'string' ? focused === name : name.test(focused);
  while (!isThere(await page.focused())) {
    expect(passed.length, `Tab never reached "${name}", only: ${passed.join(', ')}`).toBeLessThan(
      MOST_STOPS,
    );
    await page.press('Tab');
    passed.push(await page.focused());
  }
}
