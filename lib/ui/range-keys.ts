/** The ranges in their order; the domain's enumeration would bring zod to the popup. */
import type { RangeKey } from '../domain/snapshot.ts';

export const RANGE_KEYS = [
  'today',
  '7-days',
  '4-weeks',
  'this-year',
  'all-time',
] as const satisfies readonly RangeKey[];
