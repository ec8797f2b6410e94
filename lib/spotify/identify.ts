/** Asks Spotify whose access token this is: the vault names and checks accounts by it. */
import { meCall, type Identity } from './calls.ts';
import { processAnswer } from './process-answer.ts';
import { sendRequest } from './send-request.ts';

/**
 * The account behind an access token, by its immutable `account_id`. Stands outside the gates: at
 * sign-in there is no account yet.
 *
 * @throws AppError `api/forbidden` (not on the app's list of users), `api/unauthorized`,
 * `api/rate-limited`, `api/quota-exceeded`, `api/unavailable`, `api/offline`, `api/unreadable`
 * (also when `account_id` is missing).
 */
export async function identify(
  accessToken: string,
  {
    apiUrl,
    fetch,
    now = Date.now,
  }: { apiUrl: string; fetch: typeof globalThis.fetch; now?: () => number },
): Promise<Identity> {
  const call = meCall();
  const transport = { apiUrl, fetch, random: Math.random };
  return processAnswer(await sendRequest(transport, { ...call, accessToken }), call, now());
}
