/** One page under a test's hands, the same in Chromium and Firefox: what a person can do and see. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { ElementHandle, Locator, Page } from 'puppeteer-core';
import type { ColorScheme } from './driver.ts';
import { findByRole, type Role } from './find-by-role.ts';
import { waitUntil } from './wait-until.ts';

export type DrivenPage = ReturnType<typeof createDrivenPage>;

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

/** Those of axe's rules that look at colours. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** In CSS px: of a list that goes on and on, the beginning. Firefox refuses beyond 65,535. */
const TALLEST_PICTURE = 12_000;

/** `setColorScheme` differs between the browsers; everything else here does not. */
export function createDrivenPage(
  page: Page,
  setColorScheme: (page: Page, scheme: ColorScheme) => Promise<void>,
) {
  let themes: readonly [ColorScheme, ColorScheme] = ['light', 'dark'];

  /** Until nothing moves or fades any more, in front of the other tabs: those behind stand still. */
  async function waitForStillness(): Promise<void> {
    await page.bringToFront();
    await waitUntil('animations to end', () =>
      page.evaluate(() =>
        document.getAnimations().every(({ playState }) => playState !== 'running'),
      ),
    );
  }

  async function findFaults(rules?: readonly string[]): Promise<string[]> {
    // Through the debugger, which the extension's content security policy does not bind.
    if (await page.evaluate(() => !('axe' in globalThis))) await page.evaluate(axeSource);
    return page.evaluate(async (names) => {
      const { axe } = globalThis as unknown as { axe: Axe };
      const { violations } = await axe.run(names ? { runOnly: names } : {});
      return violations.map(
        ({ id, help, nodes }) => `${id}: ${help} (${nodes.map((node) => node.html).join(' · ')})`,
      );

      interface Axe {
        run(options: {
          runOnly?: readonly string[];
        }): Promise<{ violations: { id: string; help: string; nodes: { html: string }[] }[] }>;
      }
    }, rules);
  }

  async function has(role: Role, name: string): Promise<boolean> {
    return (await findByRole(page, role, name)) !== null;
  }

  /** Waits for the element of this role and name, and acts on it; tries again where it went away. */
  async function use(
    role: Role,
    name: string,
    act: (locator: Locator<Element>) => Promise<void>,
  ): Promise<void> {
    await waitUntil(
      `a ${role} "${name}"`,
      async () => {
        const element = await findByRole(page, role, name);
        if (!element) return false;
        await act(element.asLocator().setTimeout(2000));
        return true;
      },
      10_000,
    );
  }

  /** A click may close the page, as the last one in the sign-in window does. */
  async function click(role: Role, name: string): Promise<void> {
    try {
      await use(role, name, (locator) =>
        locator
          // A button that is busy takes no click yet.
          .filter((element) => element.getAttribute('aria-disabled') !== 'true')
          .click(),
      );
    } catch (error) {
      if (page.isClosed()) return;
      const seen = await text();
      throw new Error(`No ${role} "${name}" to click. The page said:\n${seen}`, { cause: error });
    }
  }

  /** All the text a person sees. */
  async function text(): Promise<string> {
    return page.evaluate(() => document.body.innerText);
  }

  return {
    /** For what this interface has no word for. */
    page,
    url: () => page.url(),
    text,
    has,
    clickButton: (name: string) => click('button', name),
    clickLink: (name: string) => click('link', name),
    /** For a thing that is switched by its words, as a label is. */
    clickText: (words: string) => page.locator(`::-p-text(${words})`).setTimeout(10_000).click(),

    async fill(label: string, value: string): Promise<void> {
      try {
        await use('textbox', label, (locator) => locator.fill(value));
      } catch (error) {
        throw new Error(`No field "${label}" to fill`, { cause: error });
      }
    },

    /** As a person does in the dialog of a file field, which Firefox keeps from its drivers. */
    async chooseFile(field: string, path: string): Promise<void> {
      await page.waitForSelector(field, { timeout: 10_000 });
      const input = await page.$(`${field}[type=file]`);
      await (input as ElementHandle<HTMLInputElement> | null)?.uploadFile(path);
    },

    press: (key: 'Enter' | 'Space' | 'Tab' | 'Escape') => page.keyboard.press(key),
    type: (value: string) => page.keyboard.type(value),

    /** What has the keyboard's focus, by the label a person would hear. */
    async focused(): Promise<string> {
      return page.evaluate(() => {
        const element = document.activeElement;
        if (element instanceof HTMLInputElement && element.labels?.[0])
          return element.labels[0].innerText.trim();
        return element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? '';
      });
    },

    async waitForText(wanted: string | RegExp, timeoutMs?: number): Promise<string> {
      let seen = '';
      try {
        return await waitUntil(
          `the text ${wanted}`,
          async () => {
            seen = await text();
            return typeof wanted === 'string'
              ? seen.includes(wanted) && seen
              : wanted.test(seen) && seen;
          },
          timeoutMs,
        );
      } catch (error) {
        throw new Error(`The page ${page.url()} never said ${wanted}. It said:\n${seen}`, {
          cause: error,
        });
      }
    },

    waitForButton: (name: string, timeoutMs?: number) =>
      waitUntil(`the button "${name}"`, () => has('button', name), timeoutMs),

    waitForFirst: (selector: string) =>
      waitUntil(`an element ${selector}`, async () => (await page.$(selector)) !== null),

    waitForClose: () => waitUntil('the page to close', () => page.isClosed()),

    waitForStillness,

    setColorScheme: (scheme: ColorScheme) => setColorScheme(page, scheme),

    /** Of the whole page, or of as much as is of use. */
    async screenshot(path: `${string}.png`): Promise<void> {
      const { width, height } = await page.evaluate(() => ({
        width: document.documentElement.clientWidth,
        height: document.documentElement.scrollHeight,
      }));
      if (height <= TALLEST_PICTURE) await page.screenshot({ path, fullPage: true });
      else await page.screenshot({ path, clip: { x: 0, y: 0, width, height: TALLEST_PICTURE } });
    },

    /** One line for each violation of WCAG 2.2 AA and of axe's best practices; empty when clean. */
    findAccessibilityFaults: () => findFaults(),

    /** The same in both themes, each line with its theme; `onTheme` is called once a theme is on. */
    async findFaultsInBothThemes(onTheme?: (scheme: ColorScheme) => Promise<void>) {
      const faults: string[] = [];
      const [first, second] = themes;
      for (const scheme of themes) {
        await setColorScheme(page, scheme);
        await waitForStillness();
        await onTheme?.(scheme);
        // Only colours differ between the themes.
        const found = await findFaults(scheme === first ? undefined : COLOUR_RULES);
        faults.push(...found.map((line) => `${scheme}: ${line}`));
      }
      // The next time begins with the theme that is on: each change fades for a while.
      themes = [second, first];
      return faults;
    },

    close: () => page.close(),
  };
}
