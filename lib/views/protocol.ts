/** What goes between the dashboard and its worker: a question about one range, and its answer. */
import { AccountId } from '../domain/account.ts';
import { ErrorRecord } from '../domain/app-error.ts';
import { CompareChoice, RangeChoice } from '../domain/range-choice.ts';
import { z } from '../domain/schema.ts';

/** What every view is asked for. */
export const ViewBase = z.object({
  accountId: AccountId,
  range: RangeChoice,
  /** What the range is compared with. */
  compare: CompareChoice,
  /** IANA name. */
  timeZone: z.string(),
  /** 1 is Monday, 7 is Sunday. */
  firstWeekday: z.int().check(z.minimum(1), z.maximum(7)),
  /** Whose winter is winter; null: that of the time zone. */
  hemisphere: z.nullable(z.enum(['northern', 'southern'])),
  /** UTC ms. */
  now: z.number(),
});
export type ViewBase = z.infer<typeof ViewBase>;

export const ViewQuestion = z.extend(ViewBase, {
  /** Comes back with the answer. */
  id: z.int(),
  /** A name of the contract. */
  view: z.string(),
  /** What the contract says for this name. */
  params: z.unknown(),
});
export type ViewQuestion = z.infer<typeof ViewQuestion>;

/** Local days since 1970-01-01, both inclusive. */
const Days = z.object({ first: z.int(), last: z.int() });

const Recorded = z.enum(['whole', 'part', 'nothing']);

/** What an answer is about. Times are UTC ms. */
export const ViewScope = z.object({
  /** The local day of the question. */
  today: z.int(),
  /** Null for all time. */
  days: z.nullable(Days),
  /** Null where nothing is compared. */
  comparedDays: z.nullable(Days),
  /** Streams in the range, whatever they are of. */
  streams: z.int(),
  /** Whether anything is known of the days in the range, up to today. */
  recorded: Recorded,
  /** The same of the days compared with; null where nothing is compared. */
  comparedRecorded: z.nullable(Recorded),
  /** Of the whole history. */
  kept: z.object({
    streams: z.int(),
    firstAt: z.nullable(z.number()),
    lastAt: z.nullable(z.number()),
  }),
});
export type ViewScope = z.infer<typeof ViewScope>;

export const ViewReply = z.discriminatedUnion('ok', [
  z.object({
    id: z.int(),
    ok: z.literal(true),
    scope: ViewScope,
    view: z.unknown(),
    /** URIs of what the view shows without cover or picture, the first first. */
    wanted: z.array(z.string()),
  }),
  z.object({ id: z.int(), ok: z.literal(false), error: ErrorRecord }),
]);
export type ViewReply = z.infer<typeof ViewReply>;
