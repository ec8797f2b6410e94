/** What is kept about an account's refresh token: one row, the same on disk and in memory. */
import { AccountId } from '../domain/account.ts';
import { ErrorRecord, ReauthorizeReason } from '../domain/app-error.ts';
import { z } from '../domain/schema.ts';

/** AES-GCM, both parts as base64: storage.session keeps JSON only. */
export const SealedToken = z.object({ iv: z.string(), ciphertext: z.string() });
export type SealedToken = z.infer<typeof SealedToken>;

/** All times are UTC ms by this computer's clock. */
export const TokenRow = z.object({
  accountId: AccountId,
  /** The app the token was issued to; with the name, enough to rebuild a lost account list. */
  clientId: z.string(),
  displayName: z.nullable(z.string()),
  /** Grows with every write: the newest of two copies wins, and no write overtakes another. */
  revision: z.int(),
  /** Grows with every token; part of what the seal vouches for. */
  generation: z.int(),
  /** Null when there is no token any more. */
  sealed: z.nullable(SealedToken),
  scope: z.nullable(z.string()),
  authorizedAt: z.number(),
  refreshedAt: z.number(),
  /** A request that was about to be sent, written ahead; gone once its outcome is known. */
  intent: z.nullable(z.object({ startedAt: z.number(), deadlineAt: z.number() })),
  /** Since the last success a request ended with nobody knowing whether it was carried out. */
  outcomeUnknown: z.boolean(),
  status: z.enum(['connected', 'reauthorize', 'misconfigured']),
  reason: z.nullable(ReauthorizeReason),
  /** Spotify asked to wait until then. */
  notBefore: z.nullable(z.number()),
  /** Our own back-off ends then. */
  retryAt: z.nullable(z.number()),
  /** Failures in a row, for the back-off. */
  failures: z.int(),
  /** A token set aside after `invalid_grant` is tried once more then. */
  setAsideUntil: z.nullable(z.number()),
  /** The last attempt to renew the grant without a person. */
  silentTriedAt: z.nullable(z.number()),
  lastError: z.nullable(z.object({ at: z.number(), error: ErrorRecord })),
});
export type TokenRow = z.infer<typeof TokenRow>;

/** A row read from any store; null when there is none, or when it is damaged. */
export function parseRow(value: unknown): TokenRow | null {
  const parsed = z.safeParse(TokenRow, value);
  return parsed.success ? parsed.data : null;
}

/** True when the last request went well: then nothing is owed before the token is due again. */
export function isSettled({ status, intent, notBefore, retryAt }: TokenRow): boolean {
  return status === 'connected' && intent === null && notBefore === null && retryAt === null;
}

/** Where rows stand. Writers hold the account's lock; only `delete` may come at any time. */
export interface RowStore {
  get(accountId: string): Promise<TokenRow | null>;
  all(): Promise<TokenRow[]>;
  /**
   * Writes the row if the one that stands there still has the revision `expected` (null: none stands
   * there), and says whether it did.
   */
  replace(row: TokenRow, expected: number | null): Promise<boolean>;
  delete(accountId: string): Promise<void>;
}
