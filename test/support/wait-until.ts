/** Waiting in tests: for a condition, never for a length of time. */

/** Between two questions. Asking costs, in a browser most of all: the longer it takes, the rarer. */
function pauseMs(waitedMs: number): number {
  return Math.min(Math.max(waitedMs / 10, 25), 300);
}

/**
 * Asks `probe` until it answers with something other than undefined, null or false, and resolves with
 * that. A probe that throws counts as "not yet": pages come and go under it.
 *
 * @throws Error naming `what` and the probe's last failure when `timeoutMs` have passed.
 */
export async function waitUntil<T>(
  what: string,
  probe: () => T | undefined | null | false | Promise<T | undefined | null | false>,
  timeoutMs = 15_000,
): Promise<T> {
  const started = Date.now();
  const deadline = started + timeoutMs;
  let failure: unknown;
  while (Date.now() < deadline) {
    try {
      const found = await probe();
      if (found !== undefined && found !== null && found !== false) return found;
      failure = undefined;
    } catch (error) {
      failure = error;
    }
    await new Promise((resolve) => {
      setTimeout(resolve, pauseMs(Date.now() - started));
    });
  }
  throw new Error(`Waited ${timeoutMs} ms in vain for ${what}`, { cause: failure });
}
