/** The two things that change on the page by themselves: the time, and whether there is a network. */
import { signal, type ReadonlySignal } from '@preact/signals-core';

/** Often enough for "4 minutes ago". */
const TICK_MS = 20_000;

export interface PageClock {
  /** UTC ms, moving every 20 seconds while the page is in view. */
  now: ReadonlySignal<number>;
  /** The browser's own word; true only means that there is some network. */
  online: ReadonlySignal<boolean>;
}

/** Runs for as long as the page lives. */
export function startPageClock(page: Window): PageClock {
  const now = signal(Date.now());
  const online = signal(page.navigator.onLine);
  const tick = () => {
    if (page.document.visibilityState === 'visible') now.value = Date.now();
  };
  page.setInterval(tick, TICK_MS);
  page.document.addEventListener('visibilitychange', tick);
  page.addEventListener('online', () => (online.value = true));
  page.addEventListener('offline', () => (online.value = false));
  return { now, online };
}
