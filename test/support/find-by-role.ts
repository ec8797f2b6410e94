/** Finds elements as assistive technology does, by role and accessible name, at a price a test can pay. */
import type { ElementHandle, Page } from 'puppeteer-core';

/** Where elements of a role may be; which of them they are, the accessibility tree decides. */
const PLACES = {
  button: 'button, summary, input[type=button], [role=button]',
  link: 'a[href], [role=link]',
  textbox: 'input, textarea, [role=textbox]',
  switch: '[role=switch]',
} as const;

export type Role = keyof typeof PLACES;

/**
 * The first element with this role and name, or null. Only elements that show the words somewhere are
 * looked up in the accessibility tree: Firefox takes a fifth of a second to go through a whole page,
 * since it lays the page out anew for each element that is hidden.
 */
export async function findByRole(
  page: Page,
  role: Role,
  name: string,
): Promise<ElementHandle | null> {
  const found = await page.evaluateHandle(listCandidates, PLACES[role], name);
  try {
    const count = await found.evaluate((list) => list.length);
    for (let index = 0; index < count; index++) {
      const candidate = await found.evaluateHandle((list, at) => list[at]!, index);
      const element = candidate.asElement() as ElementHandle | null;
      const match = await element?.$(`::-p-aria([name="${name}"][role="${role}"])`);
      if (match) return match;
      await candidate.dispose();
    }
    return null;
  } finally {
    await found.dispose();
  }
}

/** Runs in the page: the elements that may be meant, the likeliest first. */
function listCandidates(places: string, name: string): Element[] {
  const plain = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
  const textsOf = (element: Element): string[] => {
    const ids = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
    const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
    return [
      element.getAttribute('aria-label'),
      element.textContent,
      ids.map((id) => document.getElementById(id)?.textContent).join(' '),
      ...labels.map((label) => label.textContent),
      ...Array.from(element.querySelectorAll('[aria-label]'), (part) =>
        part.getAttribute('aria-label'),
      ),
      ...['title', 'alt', 'value', 'placeholder'].map((key) => element.getAttribute(key)),
    ].map(plain);
  };
  const wanted = plain(name);
  return [...document.querySelectorAll(places)]
    .filter((element) => element.checkVisibility())
    .map((element) => ({ element, texts: textsOf(element) }))
    .filter(({ texts }) => texts.some((text) => text.includes(wanted)))
    .toSorted((a, b) => Number(b.texts.includes(wanted)) - Number(a.texts.includes(wanted)))
    .map(({ element }) => element);
}
