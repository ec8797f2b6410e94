/** A moment as Spotify's extended history writes it. */

/** `2023-08-24T11:44:40Z`, with a fraction only where there is one. */
export function formatMoment(timeMs: number): string {
  return new Date(timeMs).toISOString().replace('.000Z', 'Z');
}
