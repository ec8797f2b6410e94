/** The server's clock: everything in the stand-in that has a time asks here, so that a test can move it. */

export interface Clock {
  /** UTC ms, as the server believes. */
  now(): number;
  /** Seconds by which the server's clock is ahead of the machine's: oidc-provider only knows the latter. */
  aheadOfMachineSeconds(): number;
}

/** @param base the machine's clock, unless a test brings its own; `offsetMs` is asked at every look. */
export function createClock(base: () => number, offsetMs: () => number): Clock {
  const now = () => Math.round(base() + offsetMs());
  return { now, aheadOfMachineSeconds: () => Math.round((now() - Date.now()) / 1000) };
}
