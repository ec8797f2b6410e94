/** Sends one GET to the Web API and tries a failing server again, twice; judges no answer. */
import ky, { isHTTPError, isNetworkError, isTimeoutError } from 'ky';
import { AppError } from '../domain/app-error.ts';

/** For one attempt to be answered, and once more for the answer's body. */
export const ATTEMPT_DEADLINE_MS = 20_000;
/** For everything together, so that whoever keeps the background awake is let go. */
const TOTAL_DEADLINE_MS = 65_000;
const RETRIES = 2;
const FIRST_RETRY_MS = 250;

export interface Transport {
  /** No trailing slash. */
  apiUrl: string;
  fetch: typeof fetch;
  /** Uniform in [0, 1): spreads retries. */
  random: () => number;
}

/** What came back; `body` is null when it broke off, or does not matter (5xx). */
export interface Answer {
  status: number;
  retryAfter: string | null;
  body: string | null;
}

/**
 * Resolves with whatever Spotify answered, error statuses included.
 *
 * @throws AppError `api/offline` (no connection), `api/unavailable` (no answer in time).
 */
export async function sendRequest(
  { apiUrl, fetch, random }: Transport,
  request: { path: string; query: Record<string, string | number>; accessToken: string },
): Promise<Answer> {
  try {
    const sent = ky(`${apiUrl}${request.path}`, {
      searchParams: request.query,
      headers: { authorization: `Bearer ${request.accessToken}`, accept: 'application/json' },
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      // Called as a plain function: a browser's fetch refuses to be a method of something else.
      fetch: (...input) => fetch(...input),
      timeout: ATTEMPT_DEADLINE_MS,
      totalTimeout: TOTAL_DEADLINE_MS,
      throwHttpErrors: (status) => status >= 500,
      retry: {
        limit: RETRIES,
        retryOnTimeout: true,
        delay: (attempt) => random() * FIRST_RETRY_MS * 2 ** attempt,
        statusCodes: [500, 502, 503, 504],
        // A server that names a time is not asked again before it.
        shouldRetry: ({ error }) =>
          isHTTPError(error) && error.response.headers.has('retry-after') ? false : undefined,
      },
    });
    const response = await sent;
    return answerOf(response, await sent.text().catch(nullUnlessTimeout));
  } catch (error) {
    if (isHTTPError(error)) return answerOf(error.response, null);
    // Never ky's own errors as the cause: they hold the request, and with it the access token.
    if (isTimeoutError(error))
      throw new AppError('api/unavailable', { detail: 'no answer in time' });
    if (isNetworkError(error)) throw new AppError('api/offline', {}, { cause: error.cause });
    if (error instanceof TypeError) throw new AppError('api/offline', {}, { cause: error });
    throw error;
  }
}

function answerOf(response: Response, body: string | null): Answer {
  return { status: response.status, retryAfter: response.headers.get('retry-after'), body };
}

function nullUnlessTimeout(error: unknown): null {
  if (isTimeoutError(error)) throw error;
  return null;
}
