/** What stands where on the dashboard: rows of tables, large figures, cards. */
import { expect } from './expect.ts';
import { formatDate, formatDuration, formatNumber, formatPercent } from '../../../lib/ui/format.ts';
import { formatDay } from '../../../lib/ui/dashboard/range-words.ts';
import { t } from '../../../lib/ui/text.ts';
import type { DrivenPage } from '../../support/driven-page.ts';

/** A figure of SQL, as the screen writes it; null is what is not known. */
const written =
  (write: (value: number) => string) =>
  (value: unknown): string =>
    value === null || value === undefined ? '–' : write(Number(value));

export const count = written(formatNumber);
export const time = written(formatDuration);
export const percent = written(formatPercent);
/** Of a local day. */
export const dayDate = written((day) => formatDay(day, 'date'));
/** Of a moment. */
export const momentDate = written((at) => formatDate(at, 'date'));

/** A song or an album of SQL: its name and its artist. Names hold slashes themselves. */
export function titleAndArtist(name: unknown): [string, string] {
  const both = String(name);
  const at = both.lastIndexOf(' / ');
  return [both.slice(0, at), both.slice(at + 3)];
}

/** Opens a place in the dashboard, and waits until it is drawn. */
export async function go(page: DrivenPage, hash: string): Promise<void> {
  await page.page.evaluate(async (wanted) => {
    if (location.hash === wanted) return;
    const changed = new Promise((resolve) => {
      window.addEventListener('hashchange', () => requestAnimationFrame(resolve), { once: true });
    });
    location.hash = wanted;
    await changed;
  }, hash);
  await page.waitForFirst('.dash__main[aria-busy="false"] .panels');
  expect(await findFaultyIds(page), hash).toEqual([]);
}

/** Ids that two elements have, and what is filled with a pattern that is not there. */
async function findFaultyIds({ page }: DrivenPage): Promise<string[]> {
  return page.evaluate(() => {
    const ids = Array.from(document.querySelectorAll('[id]'), ({ id }) => id);
    const fills = Array.from(document.querySelectorAll('[fill^="url("]'), (shape) =>
      shape.getAttribute('fill')!.slice('url(#'.length, -1),
    );
    const isPattern = (id: string) => document.getElementById(id)?.localName === 'pattern';
    return [
      ...ids.filter((id, i) => ids.indexOf(id) !== i),
      ...fills.filter((id) => !isPattern(id)),
    ];
  });
}

type Rows = readonly (readonly string[])[];

/**
 * The first table on screen with these headings says exactly this; those behind charts are opened. As
 * many rows of a longer list as come at once must be its first.
 */
export async function expectTable(
  page: DrivenPage,
  heads: readonly string[],
  rows: Rows,
): Promise<void> {
  const named = `the table ${heads.join(' · ')}`;
  expect(rows.flatMap((row) => row.slice(1)).length, `figures for ${named}`).toBeGreaterThan(1);
  const wanted = rows.slice(0, 200);
  await expect.poll(() => readTable(page, heads), named).toEqual(wanted);
}

/** Null while there is none with these headings. */
async function readTable(page: DrivenPage, heads: readonly string[]): Promise<string[][] | null> {
  return page.page.evaluate(
    async (wanted, show) => {
      const closed = Array.from(
        document.querySelectorAll<HTMLElement>('.panels button'),
        (button) => (button.textContent.trim() === show ? button : []),
      ).flat();
      for (const button of closed) button.click();
      if (closed.length > 0) {
        await new Promise((resolve) => {
          requestAnimationFrame(() => requestAnimationFrame(resolve));
        });
      }
      const textOf = ({ textContent }: Element) =>
        (textContent ?? '').replaceAll(/\s+/g, ' ').trim();
      for (const table of document.querySelectorAll<HTMLTableElement>('.panels table')) {
        const found = Array.from(table.tHead?.rows[0]?.cells ?? [], textOf);
        if (!table.checkVisibility() || found.join('\n') !== wanted.join('\n')) continue;
        const rows = Array.from(table.tBodies[0]?.rows ?? []);
        return rows.map(({ cells }) => Array.from(cells, textOf));
      }
      return null;
    },
    heads,
    t('chart_show_table'),
  );
}

/** Large figures, by what they are: each with what is said below it. */
export async function readFacts(
  page: DrivenPage,
): Promise<Record<string, { figure: string; detail: string }>> {
  const facts = await page.page.$$eval('.panels .facts__fact', (all) =>
    all.map((fact) => {
      const text = (selector: string) =>
        (fact.querySelector(selector)?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
      const [figure, detail] = [text('.facts__figure'), text('.facts__detail')];
      return [text('.facts__label'), { figure, detail }] as const;
    }),
  );
  return Object.fromEntries(facts);
}

/** Large figures with these labels, without what is said below them. */
export async function expectFigures(
  page: DrivenPage,
  wanted: Readonly<Record<string, string>>,
): Promise<void> {
  const read = async () => {
    const facts = await readFacts(page);
    return Object.fromEntries(Object.keys(wanted).map((label) => [label, facts[label]?.figure]));
  };
  await expect.poll(read, `large figures`).toEqual(wanted);
}

/** The texts of all elements that fit, in their order. */
export async function textsOf(page: DrivenPage, selector: string): Promise<string[]> {
  return page.page.$$eval(`.panels ${selector}`, (all) =>
    all.map(({ textContent }) => (textContent ?? '').replaceAll(/\s+/g, ' ').trim()),
  );
}

/** The elements that fit say exactly this, in this order. */
export async function expectTexts(
  page: DrivenPage,
  selector: string,
  wanted: readonly string[],
): Promise<void> {
  await expect.poll(() => textsOf(page, selector), selector).toEqual(wanted);
}
