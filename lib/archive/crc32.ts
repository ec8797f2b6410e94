/** The checksum of zips (CRC-32, ISO 3309): for stored files, which no browser checks by itself. */

const POLYNOMIAL = 0xedb88320;

/**
 * Four bytes a step: each table holds what a byte comes to one byte later than the table before. Signed numbers throughout,
 * since V8 would keep unsigned ones as doubles.
 */
const TABLES = createTables();

function createTables(): Record<'first' | 'second' | 'third' | 'fourth', Int32Array> {
  const first = new Int32Array(256);
  for (let byte = 0; byte < 256; byte++) {
    let value = byte;
    for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (value & 1 ? POLYNOMIAL : 0);
    first[byte] = value;
  }
  const later = (before: Int32Array) => before.map((value) => (value >>> 8) ^ first[value & 0xff]!);
  const second = later(first);
  const third = later(second);
  return { first, second, third, fourth: later(third) };
}

/** An unsigned 32-bit number, as a zip's directory has it. */
export function crc32Of(bytes: Uint8Array<ArrayBuffer>): number {
  const { first, second, third, fourth } = TABLES;
  const { length } = bytes;
  let crc = -1;
  let at = 0;
  for (; at + 4 <= length; at += 4) {
    crc ^= bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
    crc =
      fourth[crc & 0xff]! ^
      third[(crc >>> 8) & 0xff]! ^
      second[(crc >>> 16) & 0xff]! ^
      first[crc >>> 24]!;
  }
  for (; at < length; at++) crc = (crc >>> 8) ^ first[(crc ^ bytes[at]!) & 0xff]!;
  return ~crc >>> 0;
}
