/** What the history promises to everybody who adds to it or reads it. */
import type { Dataset } from '../dataset/dataset.ts';
import type { DetailPlan } from '../domain/detail-plan.ts';
import type { Details } from '../domain/details.ts';
import type { KeptThings } from '../domain/library.ts';
import type { Receipt } from '../domain/receipt.ts';
import type { Rollup } from '../domain/rollup.ts';
import type { Snapshot } from '../domain/snapshot.ts';
import type { Pause } from '../domain/steps.ts';
import type { Stream } from '../domain/stream.ts';
import type { TimeRange } from '../domain/time-range.ts';
import type { ImportedFiles } from './add-import.ts';
import type { AccountCopy } from './copy-account.ts';
import type { Appended, LivePoll } from './append-live.ts';
import type { FetchedLists } from './fetched-lists.ts';

/**
 * Every call is one transaction: a kill leaves the history before it or after it. All fail with
 * `history/quota`, `history/newer-schema`, `history/damaged` or `history/unavailable`. Times are
 * UTC ms.
 */
export interface History {
  /** Adds what is new in a poll (rule 4 of merging), and notes the time it covers. */
  appendLive(accountId: string, poll: LivePoll): Promise<Appended>;
  /** End of the newest live play known; null before the first. */
  liveCursor(accountId: string): Promise<number | null>;
  /**
   * The streams that ended in the range; without one, all. With pauses, where others wait meanwhile:
   * all is read in one transaction, and then unpacked step by step.
   */
  load(accountId: string, range?: TimeRange | null, pause?: Pause): Promise<Dataset>;
  /**
   * What `load` gave, with what the Web API has said of its music since: when of the `state` only
   * `detailsRevision` is another. Reads no rows.
   */
  refreshDetails(accountId: string, dataset: Dataset): Promise<Dataset>;
  /** What the Web API said of this account's music besides; `load` has it in its metadata. */
  details(accountId: string): Promise<Details>;
  /** Adds an answer of the Web API; of an account that has no listening nothing is kept. */
  noteDetails(accountId: string, details: Details): Promise<void>;
  /** What is to be asked next; `NO_PLAN` when nobody has planned yet. */
  plan(accountId: string): Promise<DetailPlan>;
  /** With no other change between; does nothing for an account that has no listening. */
  changePlan(accountId: string, change: (plan: DetailPlan) => DetailPlan): Promise<void>;
  /** The newest streams, newest first. */
  recent(accountId: string, limit: number): Promise<Stream[]>;
  /** The stretches of time seen whole, in order; the rest are gaps. */
  coverage(accountId: string): Promise<TimeRange[]>;
  /** How many streams there are, and when the first and the last ended; read from a small record. */
  extent(accountId: string): Promise<Extent>;
  /** All that tells whether what `load` gave is still what is there, as of one moment. */
  state(accountId: string): Promise<HistoryState>;
  /** Null when there is none, or none that this version can read. */
  readSnapshot(accountId: string): Promise<Snapshot | null>;
  writeSnapshot(accountId: string, snapshot: Snapshot): Promise<void>;
  /** Counts the changes to what readers see; 0 before the first. */
  revision(accountId: string): Promise<number>;
  /** Null when there is none, or none of the present revision. */
  readRollup(accountId: string): Promise<Rollup | null>;
  writeRollup(accountId: string, rollup: Rollup): Promise<void>;
  /** Moves the tail into the segments; for a page's worker, or after `foldDue`. */
  fold(accountId: string): Promise<void>;
  /**
   * Adds what an import read, by the rules of merging, and keeps its receipt. Once the signal is
   * aborted it fails with `archive/cancelled`, and nothing was added.
   */
  addImport(accountId: string, imported: ImportedFiles, signal?: AbortSignal): Promise<Receipt>;
  /**
   * Takes out what only this import told, with its receipt: the history is as if it had never been
   * imported, whatever came after. Does nothing when there is no such import.
   */
  undoImport(accountId: string, importId: string): Promise<void>;
  /** The first import's first. */
  receipts(accountId: string): Promise<Receipt[]>;
  /**
   * Playlists and library, each as the Web API tells them, or the last import that brought any where
   * that is newer, or the API has told nothing.
   */
  saved(accountId: string): Promise<KeptThings>;
  /** Another text whenever `saved` may give something else; read without any of the songs. */
  savedMark(accountId: string): Promise<string>;
  /** What the Web API tells of them, list by list. */
  lists: FetchedLists;
  /**
   * Gives the second account all that is kept of the first, by the rules of merging, with its
   * receipts; of the first nothing is left.
   */
  joinAccount(fromAccountId: string, accountId: string): Promise<void>;
  /** Ids of all accounts that something is kept of. */
  accounts(): Promise<string[]>;
  /** All that is kept of an account, but for what is computed from it. */
  copyAccount(accountId: string): Promise<AccountCopy>;
  /** Merges copies with what is there, all of them or none. */
  restoreAccounts(copies: readonly AccountCopy[]): Promise<void>;
  deleteAccount(accountId: string): Promise<void>;
  /** A text that only this database holds; null in one that is new, or that came back empty. */
  mark(): Promise<string | null>;
  setMark(mark: string): Promise<void>;
  /** Closes the database; a later call opens it again. */
  close(): void;
}

export interface HistoryState {
  /** Counts the changes to what readers see; 0 before the first. */
  revision: number;
  /** Counts what the Web API has said of this music; 0 before the first. */
  detailsRevision: number;
  extent: Extent;
  /** The stretches of time seen whole, in order. */
  coverage: TimeRange[];
}

export interface Extent {
  streams: number;
  firstAt: number | null;
  lastAt: number | null;
}
