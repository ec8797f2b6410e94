/** How long an answer asks to wait. */

/** Seconds or an HTTP date (RFC 9110, 10.2.3) as ms from `now` (UTC ms); null when there is none. */
export function readRetryAfter(headers: Headers, now: number): number | null {
  const value = headers.get('retry-after')?.trim();
  if (!value) return null;
  if (/^\d+$/.test(value)) return Number(value) * 1_000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
