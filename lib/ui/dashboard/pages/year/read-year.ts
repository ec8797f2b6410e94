/** The year in the URL. */

/** Null where none is named: the latest with music. */
export function readYear(text: string | undefined): number | null {
  return text && /^\d{4}$/.test(text) ? Number(text) : null;
}
