/** What is remembered of each account's syncs between two lives of the background. */
import { AccountId } from '../domain/account.ts';
import { ErrorRecord } from '../domain/app-error.ts';
import { z } from '../domain/schema.ts';
import { SyncReport } from '../domain/sync-state.ts';

const JournalEntry = z.object({
  /** The last sync that went through. */
  last: z.nullable(SyncReport),
  /** Why the last sync failed; null when it went through. */
  lastError: z.nullable(z.object({ at: z.number(), error: ErrorRecord })),
  /** UTC ms of the last look at everything Spotify remembers, not just at what is new. */
  wholeAt: z.nullable(z.number()),
  /** Entries of the last answer that could not be read. */
  unreadable: z.int(),
  /** True from before plays are added until the snapshot shows them. */
  snapshotDue: z.boolean(),
});
export type JournalEntry = z.infer<typeof JournalEntry>;

export const Journal = z.record(AccountId, JournalEntry);
export type Journal = z.infer<typeof Journal>;

export const FIRST_ENTRY: JournalEntry = {
  last: null,
  lastError: null,
  wholeAt: null,
  unreadable: 0,
  snapshotDue: false,
};

const NO_ENTRIES: Journal = {};
/** How the journal stands in storage.local. */
export const JOURNAL_ITEM = { key: 'sync', version: 1, schema: Journal, fallback: NO_ENTRIES };
