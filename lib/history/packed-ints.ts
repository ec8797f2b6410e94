/** Whole numbers in as many bytes as the largest of them needs. */
import { z } from '../domain/schema.ts';
import { Bytes, Signed } from './typed-array.ts';

/** All lowest bytes, then all second ones, and so on: alike bytes side by side, which compress well. */
export const PackedInts = z
  .object({
    length: z.int(),
    planes: Bytes,
  })
  .check(z.refine(hasWholePlanes));
export type PackedInts = z.infer<typeof PackedInts>;

/** Four at most, each with a byte of every number. */
function hasWholePlanes({ length, planes }: { length: number; planes: Uint8Array }): boolean {
  return [0, 1, 2, 3, 4].some((width) => planes.length === width * length);
}

/** From 0 to 2³² − 1. */
export function packInts(values: Uint32Array | Int32Array): PackedInts {
  const { length } = values;
  let bits = 0;
  for (let i = 0; i < length; i++) bits |= values[i]!;
  const width = Math.ceil((32 - Math.clz32(bits)) / 8);
  const planes = new Uint8Array(length * width);
  for (let plane = 0; plane < width; plane++) {
    const at = plane * length;
    for (let i = 0; i < length; i++) planes[at + i] = values[i]! >>> (8 * plane);
  }
  return { length, planes };
}

/** Into `values`, or into a new array. */
export function unpackInts(
  { length, planes }: PackedInts,
  values: Uint32Array = new Uint32Array(length),
): Uint32Array {
  if (planes.length === 0) return values.fill(0);
  values.set(planes.subarray(0, length));
  for (let at = length, shift = 8; at < planes.length; at += length, shift += 8) {
    addPlane(values, planes.subarray(at, at + length), shift);
  }
  return values;
}

/** The same to look at, without a copy where a byte each is enough. */
export function viewInts(packed: PackedInts): Uint8Array | Uint32Array {
  return packed.planes.length === packed.length ? packed.planes : unpackInts(packed);
}

/** A loop so short that it is compiled at once: what is unpacked first of all is most of it. */
function addPlane(values: Uint32Array, plane: Uint8Array, shift: number): void {
  for (let i = 0; i < plane.length; i++) values[i]! |= plane[i]! << shift;
}

/** A column of a dictionary's table; version 1 of the database wrote it as it is in memory. */
export const StoredInts = z.union([PackedInts, Signed]);
export type StoredInts = z.infer<typeof StoredInts>;

/** Signed numbers, as `packInts` packed them. */
export function readInts(stored: StoredInts): Int32Array {
  return 'planes' in stored ? new Int32Array(unpackInts(stored).buffer) : stored;
}
