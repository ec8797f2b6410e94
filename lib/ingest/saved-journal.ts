/** What is remembered of each account's readings of playlists and liked songs. */
import { AccountId } from '../domain/account.ts';
import { ErrorRecord } from '../domain/app-error.ts';
import { z } from '../domain/schema.ts';
import { hasElapsed } from './elapsed.ts';

const SavedFailure = z.object({
  /** UTC ms. */
  at: z.number(),
  error: ErrorRecord,
});
export type SavedFailure = z.infer<typeof SavedFailure>;

/** Why the last reading of each account ended early; none where it did not. */
export const SavedJournal = z.record(AccountId, SavedFailure);
export type SavedJournal = z.infer<typeof SavedJournal>;

const NO_FAILURES: SavedJournal = {};
/** How the journal stands in storage.local. */
export const SAVED_JOURNAL_ITEM = {
  key: 'saved-lists',
  version: 1,
  schema: SavedJournal,
  fallback: NO_FAILURES,
};

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Whether it is time for another attempt. A wait that Spotify named is kept by the gate. */
export function mayTryAgain(failure: SavedFailure | undefined, now: number): boolean {
  if (!failure) return true;
  const { code } = failure.error;
  if (code === 'api/rate-limited' || code === 'api/quota-exceeded') return true;
  return hasElapsed(failure.at, code === 'api/forbidden' ? DAY_MS : HOUR_MS, now);
}
