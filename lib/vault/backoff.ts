/** How long to leave the accounts service alone after a failure. */
import type { TokenRow } from './token-row.ts';

const FIRST_MS = 15_000;
const LONGEST_MS = 15 * 60_000;
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** A wrong client ID is not mended by asking often. */
export const MISCONFIGURED_RETRY_MS = HOUR_MS;
/** A false revocation heals by itself: the token set aside is tried once more after this long. */
export const SET_ASIDE_MS = HOUR_MS;

/** Doubles from 15 s to 15 min, with jitter (half of it up to all of it), in ms. */
export function backoffMs(failures: number, random: () => number): number {
  const wholeMs = Math.min(FIRST_MS * 2 ** Math.max(0, failures - 1), LONGEST_MS);
  return wholeMs * (0.5 + random() / 2);
}

/** Spotify has asked for a day; more than that is not believed, from Spotify or from our own row. */
export function believedRetryAfterMs(retryAfterMs: number): number {
  return Math.min(retryAfterMs, DAY_MS);
}

/** When Spotify wants the next request; null when at once, or when the clock must have jumped. */
export function believedNotBefore({ notBefore }: TokenRow, now: number): number | null {
  return believed(notBefore, now, DAY_MS);
}

/** When our own back-off ends; null when it is over, or when the clock must have jumped. */
export function believedRetryAt({ retryAt }: TokenRow, now: number): number | null {
  return believed(retryAt, now, HOUR_MS);
}

/** When a token set aside is tried again; null when that is due. */
export function believedSetAside({ setAsideUntil }: TokenRow, now: number): number | null {
  return believed(setAsideUntil, now, SET_ASIDE_MS);
}

function believed(until: number | null, now: number, longestMs: number): number | null {
  return until !== null && until > now && until - now <= longestMs ? until : null;
}
