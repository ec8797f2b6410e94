/** Whether this computer's clock can be trusted, judged by an answer's Date header. */

/** Beyond this the times of plays and tokens here would mislead, in ms. */
export const TOLERATED_SKEW_MS = 10 * 60_000;

/** This clock minus the server's, in ms; null when the answer does not let its date be read. */
export function readClockSkew(response: Response, now: number): number | null {
  const date = Date.parse(response.headers.get('date') ?? '');
  return Number.isNaN(date) ? null : now - date;
}
