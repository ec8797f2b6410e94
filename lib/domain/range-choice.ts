/** The ranges the dashboard offers, as short texts that a URL can hold. */
import { parseRange } from './day-range.ts';
import { z } from './schema.ts';

/** Those that end today, and all time. */
export const RANGE_PRESETS = [
  'today',
  '7-days',
  '4-weeks',
  '6-months',
  'this-year',
  'all-time',
] as const;
export type RangePreset = (typeof RANGE_PRESETS)[number];

export const COMPARE_PRESETS = ['before', 'year-before', 'none'] as const;
export type ComparePreset = (typeof COMPARE_PRESETS)[number];

/** Days of their own: `2024`, `2024-02`, `2024-02-03..2024-05`. */
export function isDaysText(text: string): boolean {
  return parseRange(text) !== undefined && text !== 'all';
}

/** A preset, or days (`isDaysText`). */
export const RangeChoice = z.string().check(z.refine((text) => isPreset(text) || isDaysText(text)));
export type RangeChoice = z.infer<typeof RangeChoice>;

/** The time before, as long, or as many months; the same days a year earlier; nothing; or days. */
export const CompareChoice = z
  .string()
  .check(z.refine((text) => COMPARE_PRESETS.some((key) => key === text) || isDaysText(text)));
export type CompareChoice = z.infer<typeof CompareChoice>;

export function isPreset(text: string): text is RangePreset {
  return RANGE_PRESETS.some((key) => key === text);
}
