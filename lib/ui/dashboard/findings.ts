/**
 * What a title may claim of amounts beside each other. It says “most” of more than half, and names a
 * first only where that is clearly above the rest: by a tenth of the next at least.
 */
const CLEARLY = 1.1;

/** The place of the amount that is clearly the largest; null where none is. */
export function clearMost(amounts: readonly number[]): number | null {
  const [first = 0, second = 0] = amounts.toSorted((a, b) => b - a);
  return first > 0 && first >= second * CLEARLY ? amounts.indexOf(first) : null;
}

/** The place of the amount that is clearly the smallest of several; null where none is. */
export function clearLeast(amounts: readonly number[]): number | null {
  const [first = 0, second = 0] = amounts.toSorted((a, b) => a - b);
  return second > 0 && first * CLEARLY <= second ? amounts.indexOf(first) : null;
}

/** More than half of all. */
export function isMost(amount: number, all: number): boolean {
  return amount * 2 > all;
}
