/** Labels beside the ends of lines and stacks: as near to what they name as their neighbours allow. */

/**
 * Moves places apart so that each is at least `distance` from the next, within `from` … `to` as far
 * as there is room; their order stays. The places wanted must ascend.
 */
export function spread(
  wanted: readonly number[],
  { distance, from, to }: { distance: number; from: number; to: number },
): number[] {
  const places = [...wanted];
  for (let i = 0; i < places.length; i++) {
    const least = i === 0 ? from : places[i - 1]! + distance;
    places[i] = Math.max(places[i]!, least);
  }
  for (let i = places.length - 1; i >= 0; i--) {
    const most = i === places.length - 1 ? to : places[i + 1]! - distance;
    places[i] = Math.min(places[i]!, most);
  }
  return places;
}
