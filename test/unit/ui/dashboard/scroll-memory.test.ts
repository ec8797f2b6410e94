import { expect, test } from 'vitest';
import { createScrollMemory } from '../../../../lib/ui/dashboard/scroll-memory.ts';

/** A browser's history, and how far the page is scrolled. */
function setUp(session = 'a', steps: unknown[] = [null]) {
  const world = { at: steps.length - 1, scrolled: 0 };
  const memory = createScrollMemory({
    readState: () => steps[world.at],
    writeState: (state) => {
      steps[world.at] = state;
    },
    scrolled: () => world.scrolled,
    session,
  });
  return {
    steps,
    scroll(to: number) {
      world.scrolled = to;
      memory.note();
    },
    follow() {
      world.at += 1;
      steps.splice(world.at, Infinity, null);
      return memory.arrive();
    },
    back() {
      world.at -= 1;
      return memory.arrive();
    },
    forward() {
      world.at += 1;
      return memory.arrive();
    },
  };
}

test('knows where each step stood, back and forth', () => {
  const browser = setUp();
  browser.scroll(500);
  expect(browser.follow()).toBeNull();
  browser.scroll(0);
  browser.scroll(70);
  expect(browser.back()).toBe(500);
  expect(browser.forward()).toBe(70);
});

test('begins anew on a new way from an old step', () => {
  const browser = setUp();
  browser.scroll(500);
  browser.follow();
  browser.scroll(70);
  browser.back();
  expect(browser.follow()).toBeNull();
  expect(browser.back()).toBe(500);
});

test('knows nothing of the steps before the page was loaded again', () => {
  const first = setUp();
  first.scroll(500);
  first.follow();
  const again = setUp('b', first.steps);
  expect(again.back()).toBeNull();
});
