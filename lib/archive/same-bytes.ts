/** Compares stretches of bytes, which is most of what reading an export comes to. */

/**
 * How many of `length` bytes from `aStart` on are the same as those from `bStart` on; both views have
 * them all. Eight at a time, as one number: such are equal only when their bytes are, as long as
 * there is no byte of zero on one side. JSON has none.
 */
export function countSameBytes(
  a: DataView,
  aStart: number,
  b: DataView,
  bStart: number,
  length: number,
): number {
  let i = 0;
  while (i + 8 <= length && a.getFloat64(aStart + i, true) === b.getFloat64(bStart + i, true))
    i += 8;
  // Bytes that make no number, as which they are not even equal to themselves, end up here as well.
  if (i + 4 <= length && a.getInt32(aStart + i, true) === b.getInt32(bStart + i, true)) i += 4;
  while (i < length && a.getUint8(aStart + i) === b.getUint8(bStart + i)) i++;
  return i;
}
