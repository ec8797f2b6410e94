/** How much an import takes on, so that a zip bomb ends in an error and not in a dead browser. */

/**
 * One file, unpacked. Real files are 12 MB, merged ones a few hundred; what is beyond would not fit
 * into a string of Chromium's (2²⁹ characters), so that the slow path could not read it.
 */
export const MAX_FILE_BYTES = 500_000_000;

/** All recognised files of one import, unpacked: five million streams, several lifetimes. */
export const MAX_TOTAL_BYTES = 4_000_000_000;

/**
 * All zips of one import that lie deflated within a zip, unpacked: they are kept in memory until the
 * import is over. Stored ones are read where they lie, and cost nothing.
 */
export const MAX_NESTED_BYTES = 500_000_000;

/**
 * Packed bytes of a zip within a zip that are unpacked at a time. At deflate's 1,032 for each, one that
 * is longer than its directory says is dropped after 17 MB.
 */
export const NESTED_STEP_BYTES = 1 << 14;

/** Entries of one zip's directory. Spotify's have fewer than two hundred. */
export const MAX_ENTRIES = 50_000;

/**
 * Unpacked bytes for each packed one, in files beyond a megabyte. Histories stay near 12, and rows of
 * nothing but nulls near 60; deflate, and so a bomb, reaches 1,032.
 */
export const MAX_RATIO = 200;

export function isBomb(packedBytes: number, bytes: number): boolean {
  return bytes > 1_000_000 && bytes > packedBytes * MAX_RATIO;
}
