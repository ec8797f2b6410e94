/** The moved clock, and the work that is going on: what both scripts of the background share. */
import { CLOCK_KEY, type SoakHistory } from './soak-messages.ts';

interface SoakWorld {
  /** Of the machine's clock, where it is not moved. */
  realNow: () => number;
  aheadMs: number;
  /** Pieces of work that keep the background alive at this moment. */
  working: number;
  life: string;
  readHistory: ((accountId: string) => Promise<SoakHistory>) | null;
}

declare global {
  var soak: SoakWorld | undefined;
}

declare const chrome: {
  storage: { local: { get(key: string): Promise<Record<string, unknown>> } };
};

export function soakWorld(): SoakWorld {
  globalThis.soak ??= createWorld();
  return globalThis.soak;
}

/** From then on the clock is where the soak has put it. */
export async function readClock(): Promise<void> {
  const { [CLOCK_KEY]: aheadMs } = await chrome.storage.local.get(CLOCK_KEY);
  soakWorld().aheadMs = Number(aheadMs ?? 0);
}

/** Resolves when the background has nothing more to do by itself. */
export async function untilAtRest(): Promise<void> {
  const world = soakWorld();
  for (let turns = 0; turns < 3; turns += 1) {
    // A message port is a turn of the event loop, where a timer would be held back.
    await new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', resolve, { once: true });
      port1.start();
      port2.postMessage(null);
    });
    if (world.working > 0) turns = -1;
  }
}

function createWorld(): SoakWorld {
  const realNow = Date.now;
  const world: SoakWorld = {
    realNow,
    aheadMs: 0,
    working: 0,
    life: crypto.randomUUID(),
    readHistory: null,
  };
  Date.now = () => realNow() + world.aheadMs;
  return world;
}
