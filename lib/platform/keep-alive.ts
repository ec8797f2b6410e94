/**
 * Holds the background awake during work that no event covers. Both browsers stop an idle background
 * after 30 s, Firefox even while a message waits for its reply; calling an extension API resets that.
 */
import { browser } from 'wxt/browser';

const PING_MS = 20_000;

export type KeepAlive = <T>(work: () => Promise<T>) => Promise<T>;

/** Runs `work`, which must have its own deadline, and keeps the background alive until it settles. */
export async function keepAlive<T>(work: () => Promise<T>): Promise<T> {
  const timer = setInterval(() => void browser.runtime.getPlatformInfo(), PING_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
