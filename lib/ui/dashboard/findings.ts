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

/** The places of the two that are clearly the largest, the larger first; null where there are no such two. */
export function clearTwo(amounts: readonly number[]): [number, number] | null {
  const places = amounts.map((_, place) => place).toSorted((a, b) => amounts[b]! - amounts[a]!);
  const [first, second, third] = places;
  if (first === undefined || second === undefined) return null;
  if (clearMost(amounts) !== null || amounts[second] === 0) return null;
  const next = third === undefined ? 0 : amounts[third]!;
  return amounts[second]! >= next * CLEARLY ? [first, second] : null;
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
