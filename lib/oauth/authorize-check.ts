/**
 * Finds out what a browser's sign-in window does not tell. For a wrong client ID or redirect URI,
 * Spotify shows an error page in the window; the person closes it, and all the browser reports is
 * "cancelled". The same address, asked for without cookies, says what is wrong.
 */
import { AppError } from '../domain/app-error.ts';
import type { AuthorizationRequest } from './authorization-request.ts';
import { readRetryAfter } from './retry-after.ts';
import type { Transport } from './server.ts';

/** Sends no cookies and follows no redirect: nobody is signed in by it. Rejects as `fetch` does. */
export function sendAuthorizeCheck(
  { url }: AuthorizationRequest,
  { fetch, signal }: Transport,
): Promise<Response> {
  return fetch(url, { credentials: 'omit', redirect: 'manual', cache: 'no-store', signal });
}

/**
 * Returns when the sign-in page would open, or when the answer tells nothing. `now` is UTC ms, to say
 * when to come back after a 429.
 *
 * @throws AppError `oauth/redirect-mismatch`, `oauth/wrong-client`, `oauth/rate-limited`, or
 * `oauth/unavailable` (5xx).
 */
export async function readAuthorizeCheck(response: Response, now: number): Promise<void> {
  const { status } = response;
  if (status === 429) throw rateLimited(readRetryAfter(response.headers, now), now);
  if (status >= 500) throw new AppError('oauth/unavailable', { status });
  if (status < 400) return;
  // "INVALID_CLIENT: Invalid redirect URI" names both: the redirect is looked for first.
  const text = await response.text().catch(() => '');
  if (/redirect[_ ]ur[il]/i.test(text)) throw new AppError('oauth/redirect-mismatch', { status });
  if (/invalid[_ ]client|client[_ ]id/i.test(text)) {
    throw new AppError('oauth/wrong-client', { status });
  }
}

/** A sign-in that Spotify asked to try again later; `retryAfterMs` is null where it did not say when. */
export function rateLimited(retryAfterMs: number | null, now: number): AppError {
  const retryAt = retryAfterMs === null ? {} : { retryAt: now + retryAfterMs };
  return new AppError('oauth/rate-limited', { ...retryAt, status: 429 });
}
