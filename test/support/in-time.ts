/** For work that may never end: what waits for it fails instead. */

/** @throws Error naming `what` when `timeoutMs` have passed; the work itself goes on. */
export async function inTime<T>(what: string, work: Promise<T>, timeoutMs: number): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => late.reject(new Error(`Waited ${timeoutMs} ms in vain for ${what}`)),
    timeoutMs,
  );
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
