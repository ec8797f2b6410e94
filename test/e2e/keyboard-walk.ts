/** The dashboard by keyboard alone, as one long walk. */
import type { DrivenPage } from '../support/driven-page.ts';
import { savedFile, watchSaves } from '../support/saved-files.ts';
import { tabTo } from '../support/tab-to.ts';
import { expect, test } from './fixtures.ts';

/** There when a page of the dashboard has been drawn. */
export const DRAWN = '.dash__main[aria-busy="false"] .panels';

export const titleOf = ({ page }: DrivenPage) => page.$eval('h1', (heading) => heading.textContent);

/** The main way without a mouse, Tab by Tab: a page, a range, the values of a chart, its table, its file. */
export async function walkThrough(view: DrivenPage): Promise<void> {
  const { page } = view;
  await view.waitForFirst(`${DRAWN} .chart__picture`);
  await watchSaves(view);
  let title = '';

  await test.step('goes to a page by its link, past the way around the navigation', async () => {
    await view.press('Tab');
    expect(await view.focused()).toBe('Skip to the figures');
    await tabTo(view, 'Timeline');
    await view.press('Enter');
    await expect.poll(() => titleOf(view)).toBe('Timeline');
    await view.waitForFirst(`${DRAWN} .linked-calendar`);
  });

  await test.step('chooses a range, a year and days', async () => {
    await tabTo(view, 'All time');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => view.url()).toContain('range=this-year');
    await tabTo(view, 'Year');
    await view.type('2012');
    await expect.poll(() => view.url()).toContain('range=2012');
    await tabTo(view, 'Month');
    await view.type('April');
    await expect.poll(() => view.url()).toContain('range=2012-04');
    await expect.poll(() => rangeDrawn(view)).toContain('April 2012');
    await tabTo(view, 'Days …');
    await view.press('Enter');
    await expect.poll(() => view.focused()).toBe('From');
    await view.press('Escape');
    await expect.poll(() => view.focused()).toBe('Days …');
    await view.press('Enter');
    await expect.poll(() => view.focused()).toBe('From');
    await tabTo(view, 'To');
    await view.type('05302012');
    await tabTo(view, 'Show');
    await view.press('Enter');
    await expect.poll(() => view.url()).toContain('range=2012-04-01..2012-05-30');
    await expect.poll(() => view.focused()).toBe('Apr 1, 2012 – May 30, 2012');
  });

  await test.step('reads the values of a chart', async () => {
    await view.waitForFirst(`${DRAWN} .linked-calendar`);
    await tabTo(view, /^Your fullest day: /);
    title = await view.focused();
    await page.keyboard.press('Home');
    await expect.poll(() => valueRead(view)).toMatch(/^Thursday, March 1, 2012: /);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => valueRead(view)).toMatch(/^Thursday, March 8, 2012: /);
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => valueRead(view)).toMatch(/^Friday, March 9, 2012: /);
    const tip = await page.$eval('.chart__tip', (shown) => shown.textContent);
    expect(tip).toContain('Friday, March 9, 2012');
  });

  await test.step('turns the chart into its table and back', async () => {
    await tabTo(view, `Show table: ${title}`);
    await view.press('Enter');
    await view.waitForFirst('.chart__table th[scope=row]');
    await expect.poll(() => view.focused()).toBe(`Show chart: ${title}`);
    const days = await page.$$eval('.chart__table th[scope=row]', (all) =>
      all.slice(0, 2).map(({ textContent }) => textContent),
    );
    expect(days).toEqual(['Dec 31, 2012', 'Dec 30, 2012']);
    await view.press('Space');
    await expect.poll(() => view.focused()).toBe(`Show table: ${title}`);
    await expect.poll(() => page.$('.chart__table')).toBeNull();
  });

  await test.step('saves the figures as a file', async () => {
    await tabTo(view, `Save CSV: ${title}`);
    await view.press('Enter');
    const lines = (await savedFile(view)).toString('utf8').split('\r\n');
    expect(lines[0]).toBe('\uFEFFDay,Plays,Time (minutes)');
    expect(lines.at(-2)).toMatch(/^2012-03-01,\d+,[\d.]+$/);
    // From the first of March to the end of the year, with a head and the end of the last line.
    expect(lines).toHaveLength(306 + 2);
  });

  await test.step('goes into the day that is read', async () => {
    await page.keyboard.down('Shift');
    for (let stops = 0; stops < 3; stops++) await view.press('Tab');
    await page.keyboard.up('Shift');
    expect(await view.focused()).toBe(title);
    await view.press('Enter');
    await expect.poll(() => view.url()).toContain('page=overview&range=2012-03-09');
    await expect.poll(() => titleOf(view)).toBe('Overview');
  });
}

/** The range whose figures are there, as paper names it; empty while others are on their way. */
function rangeDrawn({ page }: DrivenPage): Promise<string> {
  return page.evaluate(
    () =>
      document.querySelector('.dash__main[aria-busy="false"] .dash__printed')?.textContent ?? '',
  );
}

/** What a screen reader says of the chart that has the focus. */
function valueRead({ page }: DrivenPage): Promise<string | null | undefined> {
  return page.evaluate(() => document.activeElement?.getAttribute('aria-valuetext'));
}
