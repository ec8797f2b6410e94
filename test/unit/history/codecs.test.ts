/** What is stored is what comes back, in fewer bytes. */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Columns, allocateColumns } from '../../../lib/dataset/columns.ts';
import { buildDataset } from '../../../lib/dataset/dataset.ts';
import {
  decodeDictionary,
  encodeDictionary,
  StoredDictionary,
} from '../../../lib/history/dictionary-codec.ts';
import { PackedInts, packInts, readInts, unpackInts } from '../../../lib/history/packed-ints.ts';
import { parseRecord } from '../../../lib/history/records.ts';
import { decodeColumns, encodeColumns, StoredColumns } from '../../../lib/history/segment-codec.ts';
import { anyStream } from '../dataset/streams.ts';

const unsigned = (max: number) => fc.integer({ min: 0, max });
const anyRow = fc.record({
  passed: fc.oneof(
    fc.constantFrom(0, 1, 253, 254, 255, 65_535, 65_536, -1).map((seconds) => seconds * 1000),
    fc.integer({ min: -5000, max: 500_000 }),
    fc.integer({ min: -4e12, max: 4e12 }),
  ),
  playedMs: fc.oneof(fc.constantFrom(0, 1000, 200_000), unsigned(2 ** 32 - 1)),
  track: fc.oneof(unsigned(3), unsigned(70_000)),
  quality: unsigned(2),
  flags: unsigned(255),
  reasonStart: unsigned(65_535),
  reasonEnd: unsigned(20),
  platform: unsigned(2),
  country: unsigned(65_535),
});

it('keeps any rows, in any order', () => {
  fc.assert(
    fc.property(fc.array(anyRow, { maxLength: 60 }), (rows) => {
      const columns: Columns = allocateColumns(rows.length);
      let time = 1.7e12;
      for (const [i, { passed, ...row }] of rows.entries()) {
        time += passed + Math.floor(row.playedMs / 1000) * 1000;
        columns.endedAt[i] = time;
        for (const [name, value] of Object.entries(row))
          columns[name as keyof typeof row][i] = value;
      }
      const stored = structuredClone(encodeColumns(columns));
      const read = decodeColumns(parseRecord(StoredColumns, stored));
      for (const [name, column] of Object.entries(columns)) {
        expect(read[name as keyof Columns]).toEqual(column);
      }
    }),
    { numRuns: 400 },
  );
});

it('keeps any numbers in the bytes that the largest needs', () => {
  fc.assert(
    fc.property(fc.uint32Array(), (values) => {
      expect(unpackInts(packInts(values))).toEqual(values);
      const signed = new Int32Array(values.buffer);
      expect(readInts(packInts(signed))).toEqual(signed);
    }),
  );
  const bytesFor = (most: number) => packInts(Uint32Array.of(0, most)).planes.length / 2;
  expect([0, 1, 255, 256, 65_536, 2 ** 24, 2 ** 32 - 1].map(bytesFor)).toEqual([
    0, 1, 1, 2, 3, 4, 4,
  ]);
});

it('keeps any dictionary', () => {
  const streams = fc.array(anyStream(0, 1000), { maxLength: 20 });
  const uris = fc.array(fc.option(fc.string({ unit: 'grapheme' }), { nil: null }), {
    minLength: 1,
  });
  fc.assert(
    fc.property(streams, uris, (drawn, odd) => {
      const { dictionary, metadata } = buildDataset(
        drawn.map((stream, i) => {
          const uri = odd[i % odd.length]!;
          const track = { ...stream.track, uri, isrc: uri, title: `${i % 3}🎧 椎名` };
          return { ...stream, track };
        }),
      );
      const stored = structuredClone(encodeDictionary(dictionary, metadata));
      const read = decodeDictionary(parseRecord(StoredDictionary, stored));
      expect(read).toEqual({ dictionary, metadata });
    }),
  );
});

it.each([
  ['bytes of no number', { length: 0, planes: new Uint8Array(2) }],
  ['five bytes a number', { length: 2, planes: new Uint8Array(10) }],
  ['half a plane', { length: 4, planes: new Uint8Array(6) }],
])('takes %s for damage', (_, stored) => {
  expect(() => parseRecord(PackedInts, stored)).toThrow(
    expect.objectContaining({ code: 'history/damaged' }),
  );
});
