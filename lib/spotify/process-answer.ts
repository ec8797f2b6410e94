/** Judges an answer of the Web API: its value, or the one error that fits. Nothing here is asked twice. */
import { ApiRefusal } from './api-objects.ts';
import type { Call } from './calls.ts';
import type { Answer } from './send-request.ts';
import { AppError, type ErrorData } from '../domain/app-error.ts';
import { z } from '../domain/schema.ts';

const SECOND_MS = 1_000;
const DAY_MS = 86_400_000;

/** When Spotify names no time: its burst limit looks back 30 s; a quota is spent for longer. */
const BURST_WAIT_MS = 60 * SECOND_MS;
const QUOTA_WAIT_MS = 3_600 * SECOND_MS;

/** Longest wait that is believed; the most that has been seen is a day. */
export const LONGEST_WAIT_MS = 7 * DAY_MS;

/**
 * The value of a good answer. Errors carry the HTTP status and, where Spotify wants to be left
 * alone, `retryAt` (UTC ms); never anything of the body but a path into the schema.
 *
 * @throws AppError `api/unauthorized` (401), `api/forbidden` (403), `api/not-found` (404),
 * `api/rate-limited` and `api/quota-exceeded` (429), `api/unavailable` (5xx), `api/unreadable`
 * (anything that is not what the API promises).
 */
export function processAnswer<T>(answer: Answer, call: Call<T>, now: number): T {
  const { status } = answer;
  if (status === 204 && call.empty !== undefined) return call.empty;
  if (status === 200) return readBody(answer, call);
  throw refusal(answer, now);
}

function readBody<T>({ status, body }: Answer, call: Call<T>): T {
  const fail = (detail: string) => new AppError('api/unreadable', { status, detail });
  if (body === null) throw fail('the answer broke off');
  const json = parseJson(body);
  if (json === undefined) throw fail('not JSON');
  try {
    return call.read(json);
  } catch (error) {
    if (error instanceof z.core.$ZodError) throw fail(`unexpected at ${pathsOf(error)}`);
    throw error;
  }
}

function refusal(answer: Answer, now: number): AppError {
  const { status } = answer;
  switch (status) {
    case 401:
      return new AppError('api/unauthorized', { status });
    case 403:
      return new AppError('api/forbidden', { status });
    case 404:
      return new AppError('api/not-found', { status });
    case 429:
      return isQuotaSpent(answer.body)
        ? new AppError('api/quota-exceeded', waiting(answer, now, QUOTA_WAIT_MS))
        : new AppError('api/rate-limited', waiting(answer, now, BURST_WAIT_MS));
    default:
      return status >= 500
        ? new AppError('api/unavailable', waiting(answer, now, null))
        : new AppError('api/unreadable', { status, detail: 'unexpected status' });
  }
}

/** `Retry-After` is in seconds; without one, `fallbackMs`, if any. */
function waiting(
  { status, retryAfter }: Answer,
  now: number,
  fallbackMs: number | null,
): ErrorData {
  const named = /^\d+$/.test(retryAfter?.trim() ?? '')
    ? Number(retryAfter) * SECOND_MS
    : fallbackMs;
  if (named === null) return { status };
  const waitMs = Math.min(Math.max(named, SECOND_MS), LONGEST_WAIT_MS);
  return { status, retryAt: now + waitMs };
}

function isQuotaSpent(body: string | null): boolean {
  const refused = z.safeParse(ApiRefusal, parseJson(body ?? ''));
  return refused.success && refused.data.error.reason === 'QUOTA_EXCEEDED';
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function pathsOf(error: z.core.$ZodError): string {
  const paths = error.issues.map(({ path }) => path.join('.') || 'the top');
  return [...new Set(paths)].slice(0, 5).join(', ');
}
