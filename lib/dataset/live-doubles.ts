/** Rule 4 of merging: two live rows of the same track closer than 30 s are one. */

export const DOUBLE_WITHIN_MS = 30_000;

/**
 * Asked about live plays in time order, it says which repeat one that counts: less than 30 s after
 * the last of the same track that was none. So those that count are never closer than 30 s, and
 * each that does not has one that does within 30 s before it.
 */
export function createDoubleTest(): (key: string, endedAt: number) => boolean {
  const counted = new Map<string, number>();
  return (key, endedAt) => {
    const last = counted.get(key);
    if (last !== undefined && endedAt - last < DOUBLE_WITHIN_MS) return true;
    counted.set(key, endedAt);
    return false;
  };
}
