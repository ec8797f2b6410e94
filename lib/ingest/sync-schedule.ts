/** The alarm that wakes the background to collect. */

/** What is needed of the browser's alarms. Times are UTC ms. */
export interface SyncAlarms {
  set(name: string, when: { at: number; everyMinutes?: number }): Promise<void>;
  all(): Promise<ReadonlyMap<string, number>>;
}

export const SYNC_ALARM = 'sync';
const MINUTE_MS = 60_000;

/**
 * Sets the alarm to ring every so many minutes. One that is already to ring sooner keeps its time:
 * a background that starts often must not push its own alarm away for ever.
 */
export async function scheduleSync(
  alarms: SyncAlarms,
  intervalMinutes: number,
  now: number,
): Promise<void> {
  const planned = (await alarms.all()).get(SYNC_ALARM) ?? Number.POSITIVE_INFINITY;
  const at = Math.min(planned, now + intervalMinutes * MINUTE_MS);
  await alarms.set(SYNC_ALARM, { at: Math.max(at, now), everyMinutes: intervalMinutes });
}

/** UTC ms of the next ring; null when none is planned. */
export async function nextSyncAt(alarms: SyncAlarms): Promise<number | null> {
  return (await alarms.all()).get(SYNC_ALARM) ?? null;
}
