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

/** Nearer than this to a peak is its slope, in places. */
const SLOPE = 2;

/**
 * Of places in a circle, such as the hours of a day: the one or two peaks that are clearly above all
 * that is not their slope, in the order of the places; none where there are more of them.
 */
export function clearPeaks(amounts: readonly number[]): number[] {
  const peaks: number[] = [];
  let rest = [...amounts];
  for (let found = 0; found < 2; found++) {
    const most = Math.max(...rest);
    if (most <= 0) return [];
    const peak = rest.indexOf(most);
    peaks.push(peak);
    rest = rest.map((amount, place) => (apart(place, peak, rest.length) <= SLOPE ? 0 : amount));
    if (most >= Math.max(...rest) * CLEARLY) return peaks.toSorted((a, b) => a - b);
  }
  return [];
}

/** How far apart two places of a circle are. */
function apart(one: number, other: number, around: number): number {
  const distance = Math.abs(one - other);
  return Math.min(distance, around - distance);
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
