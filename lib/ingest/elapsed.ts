/** Tells when it is time again, by a clock that may have been wrong. */

/**
 * True when so many ms lie between the two times, or there is no first one. In either direction: a
 * clock that was ahead once must not put anything off for years.
 */
export function hasElapsed(since: number | null, ms: number, now: number): boolean {
  return since === null || Math.abs(now - since) >= ms;
}
