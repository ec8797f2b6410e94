/** The one error every part throws and every page understands: a stable code, a cause, typed data. */
import { z } from './schema.ts';

/** What went wrong, for programs. The words a person reads stand in `lib/ui/error-text.ts`. */
export const ErrorCode = z.enum([
  // Sign-in
  'oauth/cancelled', // the person closed the sign-in window
  'oauth/denied', // the person said no (error=access_denied)
  'oauth/wrong-client', // Spotify does not know this client ID
  'oauth/redirect-mismatch', // the redirect URI is not registered with the app
  'oauth/offline', // no network during sign-in
  'oauth/no-access', // the browser does not let the extension reach Spotify
  'oauth/clock-skew', // this computer's clock is far from the server's
  'oauth/in-progress', // another sign-in is open
  'oauth/interrupted', // the background died while the window was open
  'oauth/invalid-response', // forged or damaged redirect, wrong state
  'oauth/not-allowed', // signed in, but not on the app's list of users (403 from /me)
  'oauth/other-account', // a renewal was answered by another Spotify user
  'oauth/refused', // Spotify turned the request itself down (invalid_scope and the like)
  'oauth/rate-limited', // too many requests, or the app's quota is spent; data.retryAt
  'oauth/unavailable', // Spotify's accounts service is failing
  'oauth/not-stored', // the sign-in went well, but the store refused it: nobody is signed in
  // Tokens
  'token/unknown-account',
  'token/reauthorize', // data.reason says why
  'token/rate-limited', // data.retryAt
  'token/unavailable', // offline, 5xx, nonsense: the same token will be tried again; data.retryAt
  'token/misconfigured', // invalid_client and the like: the token is kept
  'token/not-stored', // signed in, but the disk refused the token (quota)
  'token/locked', // the passphrase was not entered yet
  'token/wrong-passphrase',
  'token/passphrase-not-stored', // the disk refused the change: everything is as it was
  // Web API
  'api/unauthorized',
  'api/forbidden',
  'api/not-found',
  'api/rate-limited', // data.retryAt
  'api/quota-exceeded', // data.retryAt: the developer account's quota is spent
  'api/offline',
  'api/unavailable',
  'api/unreadable', // an answer that is not what the API promises
  // Exports handed in
  'archive/not-a-zip', // named like a zip, or handed in alone, and neither a zip nor an export's file
  'archive/truncated', // the zip's end is missing: the download or the copy was cut short
  'archive/encrypted', // asks for a password
  'archive/too-large', // a zip bomb, or far more than any person can have heard
  'archive/nothing-found', // readable, but without any file of a listening history
  'archive/unreadable-file', // one file of an export is damaged or not what its name says
  'archive/gone', // changed, moved or deleted while it was read
  'archive/cancelled', // the person stopped the import
  'archive/in-progress', // another import is running
  'archive/interrupted', // its page, worker or browser ended before the import
  // Backups
  'backup/foreign', // not a backup of this extension
  'backup/newer', // of a later version; data.detail is its number
  'backup/damaged', // cut off or changed; data.detail says where
  // History
  'history/quota',
  'history/unavailable',
  'history/damaged',
  'history/newer-schema', // written by a later version: never downgraded
  // Small stored items
  'storage/not-stored', // the disk refused it (quota); what stood there still does
  'storage/newer-version', // data.detail names the item
  // Messages
  'message/unknown',
  'message/invalid',
  'message/forbidden',
  'message/unreachable', // no background answered
  'internal',
]);
export type ErrorCode = z.infer<typeof ErrorCode>;

/** Why an account must be authorized again. */
export const ReauthorizeReason = z.enum(['revoked', 'expired-after-six-months', 'rotation-lost']);
export type ReauthorizeReason = z.infer<typeof ReauthorizeReason>;

/** Facts that go with a code. No secrets: it crosses messages and stands in diagnostics. */
export const ErrorData = z.object({
  /** UTC ms: when it makes sense to try again. */
  retryAt: z.optional(z.number()),
  /** HTTP status of the answer, where there was one. */
  status: z.optional(z.number()),
  reason: z.optional(ReauthorizeReason),
  /** A few plain words for the diagnostics (an OAuth error name, a schema path). */
  detail: z.optional(z.string()),
});
export type ErrorData = z.infer<typeof ErrorData>;

/** An error as it crosses a message or stands in storage. */
export const ErrorRecord = z.object({ code: ErrorCode, data: ErrorData });
export type ErrorRecord = z.infer<typeof ErrorRecord>;

export class AppError extends Error {
  readonly code: ErrorCode;
  readonly data: ErrorData;

  constructor(code: ErrorCode, data: ErrorData = {}, options?: ErrorOptions) {
    super(data.detail ? `${code}: ${data.detail}` : code, options);
    this.name = 'AppError';
    this.code = code;
    this.data = data;
  }
}

/** Turns anything thrown into a record; what is not an AppError is `internal` with its message. */
export function toErrorRecord(thrown: unknown): ErrorRecord {
  if (thrown instanceof AppError) return { code: thrown.code, data: thrown.data };
  const detail = thrown instanceof Error ? thrown.message : String(thrown);
  return { code: 'internal', data: { detail: detail.slice(0, 300) } };
}

/** The reverse, on the other side of a message. */
export function fromErrorRecord({ code, data }: ErrorRecord): AppError {
  return new AppError(code, data);
}
