/** From a click in the dashboard to the frame that shows all that it asked for, view by view. */
import type { Page } from 'puppeteer-core';
import type { DrivenPage } from '../../support/driven-page.ts';
import type { ExtensionBrowser } from '../../support/extension-browser.ts';
import { median } from '../median.ts';
import { type Line, lineOf } from '../report.ts';
import { type Place, PLACES } from './view-places.ts';

/** The first is that of a page just opened, which remembers nothing. */
const ROUNDS = 7;
/** From seeing what leads there to the click: nobody is faster than that. */
const REACTION_MS = 200;
/** A person feels no wait. */
const MOST_MS = 100;
/** Beyond this a task of the page's own thread is felt as a stutter: the browser reports no others. */
const LONGEST_TASK_MS = 50;

export interface Visit {
  /** Click to paint. */
  ms: number;
  /** The longest task of the page's own thread meanwhile; 0 when none took more than 50 ms. */
  longestTaskMs: number;
}

/** Of the listening that is there. */
export async function measureViews(extension: ExtensionBrowser, size: string): Promise<Line[]> {
  const dashboard = await extension.open('dashboard.html');
  await dashboard.waitForFirst('.dash__main[aria-busy="false"] .panels');
  const visits = new Map<string, Visit[]>();
  for (let round = 0; round < ROUNDS; round++) {
    await stand(dashboard.page, 'page=history');
    for (const place of PLACES) {
      if (place.from !== undefined) await stand(dashboard.page, place.from);
      visits.set(place.name, [...(visits.get(place.name) ?? []), await visit(dashboard, place)]);
    }
  }
  await dashboard.close();
  return linesOfVisits(visits, size);
}

/** A line for each place, and one for the page's own thread in all of them. */
export function linesOfVisits(visits: ReadonlyMap<string, readonly Visit[]>, size: string): Line[] {
  const places = [...visits].map(([name, each]) => {
    const times = each.map(({ ms }) => ms);
    const worst = lineOf(`view: ${name}, ${size}`, Math.max(...times), 'ms', { most: MOST_MS });
    const { figure } = lineOf('', median(times), 'ms', { most: MOST_MS });
    return { ...worst, figure, reference: `${worst.figure} at worst` };
  });
  return [...places, longestTask(visits, size)];
}

function longestTask(visits: ReadonlyMap<string, readonly Visit[]>, size: string): Line {
  const tasks = [...visits].flatMap(([name, each]) =>
    each.map(({ longestTaskMs }) => ({ name, ms: longestTaskMs })),
  );
  const { name, ms } = tasks.reduce((most, one) => (one.ms > most.ms ? one : most));
  const line = lineOf(`views: the page's longest task, ${size}`, ms, 'ms', {
    most: LONGEST_TASK_MS,
  });
  if (ms === 0) return { ...line, figure: `none of ${LONGEST_TASK_MS} ms` };
  return { ...line, reference: `at ${name}` };
}

/** Goes there by the URL, and waits until all is drawn. */
async function stand(page: Page, hash: string): Promise<void> {
  await page.evaluate(measureStep, { name: '', selector: '', text: hash });
}

async function visit({ page }: DrivenPage, place: Place): Promise<Visit> {
  await page.waitForSelector(place.selector);
  await new Promise((resolve) => setTimeout(resolve, REACTION_MS));
  try {
    return await page.evaluate(measureStep, place);
  } catch (error) {
    throw new Error(`${place.name}: the page showed nothing new`, { cause: error });
  }
}

/** Runs in the page. Without a selector the text is a hash to stand at. */
async function measureStep({ selector, text }: Place): Promise<Visit> {
  // Where the page stands there already, nothing would come.
  if (!selector && location.hash === `#${text}`) return { ms: 0, longestTaskMs: 0 };
  const tasks: number[] = [];
  const note = (list: PerformanceEntryList) => tasks.push(...list.map(({ duration }) => duration));
  const observer = new PerformanceObserver((list) => note(list.getEntries()));
  observer.observe({ type: 'longtask' });
  let changed = false;
  let changedAnything = false;
  const mutations = new MutationObserver(() => {
    changed = true;
    changedAnything = true;
  });
  const whole = { subtree: true, childList: true, attributes: true, characterData: true };
  mutations.observe(document.body, whole);

  const element = document.querySelector<HTMLInputElement>(selector || 'body')!;
  const startedAt = performance.now();
  if (!selector) location.hash = text!;
  else if (text === undefined) element.click();
  else {
    element.focus();
    element.value = text;
    element.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }

  let paintedAt = startedAt;
  for (;;) {
    changed = false;
    await frame();
    const now = performance.now();
    if (changed) paintedAt = now;
    if (!changed && changedAnything && isDone()) break;
    if (now - startedAt > 10_000) throw new Error('Nothing came');
  }
  mutations.disconnect();
  // Long tasks are told of in a task of their own.
  await frame();
  note(observer.takeRecords());
  observer.disconnect();
  return { ms: paintedAt - startedAt, longestTaskMs: Math.max(0, ...tasks) };

  function isDone(): boolean {
    const results = element.getAttribute('aria-expanded');
    if (results !== null) return results === 'true';
    return document.querySelector('.dash__main[aria-busy="false"] .panels') !== null;
  }

  /** Resolves when the next frame has been drawn: a message arrives after it. */
  function frame(): Promise<void> {
    return new Promise((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => resolve());
        port1.start();
        port2.postMessage(null);
      });
    });
  }
}
