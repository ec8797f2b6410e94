/** Schemas of binary columns in stored records: the type is checked, never the content. */
import { z } from '../domain/schema.ts';

export const Bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
export const Words = z.custom<Uint16Array>((value) => value instanceof Uint16Array);
export const Unsigned = z.custom<Uint32Array>((value) => value instanceof Uint32Array);
export const Signed = z.custom<Int32Array>((value) => value instanceof Int32Array);
export const Doubles = z.custom<Float64Array>((value) => value instanceof Float64Array);
