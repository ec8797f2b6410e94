/** The moved clock, and the work that is going on: what both scripts of the background share. */
import { CLOCK_KEY, type SoakHistory } from './soak-messages.ts';

interface SoakWorld {
  /** Of the machine's clock, where it is not moved. */
  realNow: () => number;
  aheadMs: number;
  /** Pieces of work that keep the background alive at this moment. */
  working: number;
  /** To be called when there is none. */
  waiting: (() => void)[];
  life: string;
  readHistory: ((accountId: string) => Promise<SoakHistory>) | null;
}

/** One piece of work may begin another a moment after it has ended. */
const TURNS = 3;

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

/** A piece of work has begun that keeps the background alive. */
export function beginWork(): void {
  soakWorld().working += 1;
}

export function endWork(): void {
  const world = soakWorld();
  world.working -= 1;
  if (world.working === 0) for (const wake of world.waiting.splice(0)) wake();
}

/** Resolves when the background has nothing more to do by itself. */
export async function untilAtRest(): Promise<void> {
  const world = soakWorld();
  for (let turns = 0; turns < TURNS; turns += 1) {
    await new Promise<void>((resolve) => setTimeout(resolve));
    if (world.working === 0) continue;
    await new Promise<void>((resolve) => world.waiting.push(resolve));
    turns = -1;
  }
}

function createWorld(): SoakWorld {
  const realNow = Date.now;
  const world: SoakWorld = {
    realNow,
    aheadMs: 0,
    working: 0,
    waiting: [],
    life: crypto.randomUUID(),
    readHistory: null,
  };
  Date.now = () => realNow() + world.aheadMs;
  return world;
}
