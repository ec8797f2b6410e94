import { crc32 } from 'node:zlib';
import { expect, it } from 'vitest';
import { crc32Of } from '../../../lib/archive/crc32.ts';

it('is the checksum of zips, whatever the length and wherever the bytes begin', () => {
  expect(crc32Of(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  const bytes = Uint8Array.from({ length: 300 }, (_, at) => at * at);
  for (let length = 0; length < 12; length++) {
    const part = bytes.subarray(length, 300 - length);
    expect(crc32Of(part)).toBe(crc32(part));
    expect(crc32Of(bytes.subarray(3, 3 + length))).toBe(crc32(bytes.subarray(3, 3 + length)));
  }
});
