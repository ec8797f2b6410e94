/** How collecting goes for one account. Stands in storage.local; the pages show it. */
import { ErrorCode, ErrorRecord } from './app-error.ts';
import { z } from './schema.ts';

/** What one sync found. */
export const SyncReport = z.object({
  /** UTC ms. */
  at: z.number(),
  /** Plays Spotify returned, and how many of them the history did not have. */
  received: z.int(),
  added: z.int(),
  /** A full page of new plays: older ones may have been missed. */
  possibleGap: z.boolean(),
});
export type SyncReport = z.infer<typeof SyncReport>;

export const SyncState = z.object({
  /** The last sync that went through; null before the first. */
  last: z.nullable(SyncReport),
  /** UTC ms: no request before then (429, or an outage's back-off); null when free. */
  notBefore: z.nullable(z.number()),
  /**
   * Why `notBefore`, and whether Spotify named the time (false: our own back-off after `code`); null
   * when free.
   */
  wait: z.nullable(z.object({ code: ErrorCode, named: z.boolean() })),
  /** True when `notBefore` stands for a spent quota of the developer account. */
  quotaExceeded: z.boolean(),
  /** Failures in a row, for the back-off. */
  failures: z.int(),
  lastError: z.nullable(z.object({ at: z.number(), error: ErrorRecord })),
});
export type SyncState = z.infer<typeof SyncState>;

export const INITIAL_SYNC_STATE: SyncState = {
  last: null,
  notBefore: null,
  wait: null,
  quotaExceeded: false,
  failures: 0,
  lastError: null,
};
