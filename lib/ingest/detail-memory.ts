/** What is remembered of asking about music between two lives of the background: no names in it. */
import { Allowance } from './detail-allowance.ts';
import { AccountId } from '../domain/account.ts';
import { ErrorCode } from '../domain/app-error.ts';
import { z } from '../domain/schema.ts';
import { LONGEST_WAIT_MS } from '../spotify/process-answer.ts';

const Pause = z.object({
  /** UTC ms. */
  until: z.number(),
  code: ErrorCode,
});
export type Pause = z.infer<typeof Pause>;

export const DetailMemory = z.object({
  /** By client ID. */
  allowances: z.record(z.string(), Allowance),
  /** By the account whose access token met trouble. */
  pauses: z.record(AccountId, Pause),
});
export type DetailMemory = z.infer<typeof DetailMemory>;

const NOTHING: DetailMemory = { allowances: {}, pauses: {} };
/** How it stands in storage.local. */
export const DETAIL_MEMORY_ITEM = {
  key: 'details',
  version: 1,
  schema: DetailMemory,
  fallback: NOTHING,
};

/** Null when it is over, or so far ahead that the clock must have jumped. */
export function pauseAt({ pauses }: DetailMemory, accountId: string, now: number): Pause | null {
  const pause = pauses[accountId];
  return pause && pause.until > now && pause.until - now <= LONGEST_WAIT_MS ? pause : null;
}
