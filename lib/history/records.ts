/** The records of the stores: their shapes, checked whenever one is read. */
import { AccountId } from '../domain/account.ts';
import { AppError } from '../domain/app-error.ts';
import { DetailPlan } from '../domain/detail-plan.ts';
import { Library, Playlist } from '../domain/library.ts';
import { Receipt } from '../domain/receipt.ts';
import { z } from '../domain/schema.ts';
import { TimeRange } from '../domain/time-range.ts';
import { StoredDetails } from './details-codec.ts';
import { StoredDictionary } from './dictionary-codec.ts';
import { countRows, Runs } from './runs.ts';
import { StoredColumns } from './segment-codec.ts';
import { Bytes, Doubles } from './typed-array.ts';

const SegmentHeader = z.object({ rows: z.int(), firstAt: z.number(), lastAt: z.number() });

/** What there is, without reading it. All times are UTC ms. */
export const AccountRecord = z.object({
  accountId: AccountId,
  /** Counts the changes to what readers see: what was computed from an older one is out of date. */
  revision: z.int(),
  /** By ordinal. */
  segments: z.array(SegmentHeader),
  /** Chunks of rows that another stands for. */
  shadows: z.int(),
  /** Also the next one's sequence. */
  tailRecords: z.int(),
  /** By code: the imports that hold the rows of this origin. */
  origins: z.array(z.array(z.string())),
  /** End of the last stream that any import told of, hidden or not; null without imports. */
  exportsTo: z.nullable(z.number()),
  /** Streams a reader sees, in segments and tail. */
  streams: z.int(),
  /** Ends of the first and the last of them; null while there is none. */
  firstAt: z.nullable(z.number()),
  lastAt: z.nullable(z.number()),
});
export type AccountRecord = z.infer<typeof AccountRecord>;

/** A stretch of rows, of those that readers see or of those that another stands for. */
export const SegmentRecord = z
  .object({
    accountId: AccountId,
    ordinal: z.int(),
    columns: StoredColumns,
    /** By row: code of the imports that hold it. */
    origin: Runs,
  })
  .check(z.refine(({ columns, origin }) => countRows(origin) === columns.rows));
export type SegmentRecord = z.infer<typeof SegmentRecord>;

export const TailRecord = z
  .object({
    accountId: AccountId,
    sequence: z.int(),
    columns: StoredColumns,
    dictionary: StoredDictionary,
    /** By row: 0 for a row that readers see. */
    doubles: Bytes,
  })
  .check(z.refine(({ columns, doubles }) => columns.rows === doubles.length));
export type TailRecord = z.infer<typeof TailRecord>;

export const LiveRecord = z
  .object({
    accountId: AccountId,
    /** From here on every live play of the history is listed; null when all are. */
    since: z.nullable(z.number()),
    /** In the order of time, and of keys at the same moment. */
    endedAt: Doubles,
    /** `trackKey` of each. */
    keys: z.array(z.string()),
  })
  .check(z.refine(({ endedAt, keys }) => endedAt.length === keys.length));
export type LiveRecord = z.infer<typeof LiveRecord>;

export const CoverageRecord = z.object({
  accountId: AccountId,
  /** In time order, apart from each other. */
  ranges: z.array(TimeRange),
  /** UTC ms. */
  lastPollAt: z.nullable(z.number()),
});
export type CoverageRecord = z.infer<typeof CoverageRecord>;

export const ReceiptRecord = z.object({
  accountId: AccountId,
  importId: z.string(),
  receipt: Receipt,
});
export type ReceiptRecord = z.infer<typeof ReceiptRecord>;

export const SavedRecord = z.object({
  accountId: AccountId,
  importId: z.string(),
  playlists: z.array(Playlist),
  /** Null when the import brought none. */
  library: z.nullable(Library),
});
export type SavedRecord = z.infer<typeof SavedRecord>;

/** What some of Spotify's answers said, in the order of the answers. */
export const DetailsRecord = z.object({
  accountId: AccountId,
  ordinal: z.int(),
  details: StoredDetails,
});
export type DetailsRecord = z.infer<typeof DetailsRecord>;

export const DetailHeadRecord = z.object({
  accountId: AccountId,
  /** Counts the changes. */
  revision: z.int(),
  /** By ordinal: how many things a chunk speaks of. */
  chunks: z.array(z.int()),
});
export type DetailHeadRecord = z.infer<typeof DetailHeadRecord>;

export const DetailPlanRecord = z.object({ accountId: AccountId, plan: DetailPlan });
export type DetailPlanRecord = z.infer<typeof DetailPlanRecord>;

/** @throws AppError `history/damaged` when the record is not of this shape. */
export function parseRecord<S extends z.core.$ZodType>(schema: S, value: unknown): z.infer<S> {
  const parsed = z.safeParse(schema, value);
  if (parsed.success) return parsed.data;
  const path = parsed.error.issues[0]?.path.join('.') ?? '';
  throw new AppError('history/damaged', { detail: path }, { cause: parsed.error });
}
