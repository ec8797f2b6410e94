/** The time of the soak in a browser: the machine's, moved ahead again and again. */

export interface SoakClock {
  /** UTC ms. */
  now(): number;
  aheadMs(): number;
  advance(ms: number): void;
}

export function createSoakClock(): SoakClock {
  let aheadMs = 0;
  return {
    now: () => Date.now() + aheadMs,
    aheadMs: () => aheadMs,
    advance: (ms) => void (aheadMs += ms),
  };
}
