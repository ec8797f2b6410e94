/** What the pages may know about an account's tokens: everything but the tokens. */
import { ErrorRecord, ReauthorizeReason } from './app-error.ts';
import { AccountId } from './account.ts';
import { z } from './schema.ts';

/** An access token with more than five minutes left, for a page that calls the Web API. */
export const AccessToken = z.object({
  accessToken: z.string(),
  /** UTC ms by this computer's clock. */
  expiresAt: z.number(),
});
export type AccessToken = z.infer<typeof AccessToken>;

/** All times are UTC ms by this computer's clock. */
export const TokenState = z.object({
  accountId: AccountId,
  /**
   * `connected`: a refresh token is there and was good when last used. `reauthorize`: a person must
   * sign in again (`reason`). `misconfigured`: Spotify refuses the client ID; the token is kept.
   * `locked`: whatever else is so, the passphrase must be entered first.
   */
  status: z.enum(['connected', 'reauthorize', 'misconfigured', 'locked']),
  reason: z.nullable(ReauthorizeReason),
  /** Null when no access token is held just now. */
  expiresAt: z.nullable(z.number()),
  /** Last successful refresh or sign-in; null when unknown since the browser started. */
  refreshedAt: z.nullable(z.number()),
  authorizedAt: z.number(),
  /** Six months after `authorizedAt`: Spotify ends the sign-in then. */
  renewBy: z.number(),
  /** From day 165 on: the person should renew. */
  renewalDue: z.boolean(),
  /** Spotify asked to wait until then. */
  notBefore: z.nullable(z.number()),
  /** Held in memory only: gone when the browser closes. */
  memoryOnly: z.boolean(),
  lastError: z.nullable(z.object({ at: z.number(), error: ErrorRecord })),
});
export type TokenState = z.infer<typeof TokenState>;
