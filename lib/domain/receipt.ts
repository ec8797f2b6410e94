/** The account an import gives of every row handed in: kept with the history, shown to the person. */
import { ErrorRecord } from './app-error.ts';
import { z } from './schema.ts';
import { TimeRange } from './time-range.ts';

const Count = z.int().check(z.nonnegative());

/** Why a row was not taken. */
export const UnreadableRow = z.object({
  /** Where the file is: folders and zips it lies in, joined by `/`. */
  path: z.string(),
  /** Place in the file, from 0. */
  row: Count,
  problem: z.enum(['not-an-object', 'time', 'duration', 'text', 'text-too-long', 'flag']),
});
export type UnreadableRow = z.infer<typeof UnreadableRow>;

/** The unreadable rows a receipt names one by one; beyond them it only counts. */
export const MAX_NAMED_ROWS = 100;

export const ReceiptFile = z.object({
  path: z.string(),
  kind: z.enum(['streams', 'playlists', 'library']),
  /** Rows of a history, playlists, or saved things; those that could not be read included. */
  rows: Count,
  unreadable: Count,
});
export type ReceiptFile = z.infer<typeof ReceiptFile>;

/**
 * `rows` = `added` + `known` + `upgraded` + `notMusic` + `unnamed` + `unreadable`. A row that was
 * known counts there, whatever it is; so does one that another of the same import repeats.
 */
export const Receipt = z.object({
  importId: z.string(),
  /** UTC ms. */
  importedAt: z.number(),
  files: z.array(ReceiptFile),
  /** Files that could not be used at all: none of their rows is counted or kept. */
  failures: z.array(z.object({ path: z.string(), error: ErrorRecord })),
  /** Rows of all histories read. */
  rows: Count,
  /** New music. */
  added: Count,
  /** Told by another row already: of this import, of an earlier one, or with less detail. */
  known: Count,
  /** Music that was known from live collecting, by its whole length: now as it was heard. */
  upgraded: Count,
  /** New podcasts and audiobooks. */
  notMusic: Count,
  /** New rows without name and URI. */
  unnamed: Count,
  unreadable: Count,
  unreadableRows: z.array(UnreadableRow).check(z.maxLength(MAX_NAMED_ROWS)),
  /** Ends of the first and the last readable row, UTC ms; null without any. */
  firstAt: z.nullable(z.number()),
  lastAt: z.nullable(z.number()),
  /** Streams of the history that this import tells of, by the person's local year, in order. */
  years: z.array(z.object({ year: z.int(), streams: Count })),
  /**
   * What the extended histories have seen whole, in time order. Receipts of before have one stretch,
   * or null for none.
   */
  covered: z.nullable(z.union([z.array(TimeRange), TimeRange])),
});
export type Receipt = z.infer<typeof Receipt>;
