/** Numbers the days that were, so that "the day after" is the next number. */
import { startOfDay } from './calendar.ts';
import type { TimeZone } from './time-zone.ts';

/**
 * By local day from `first` to `last`: how many days have begun since `first`. A day that the zone's
 * clocks left out (30 December 2011 in Samoa) has the number of the day before it.
 */
export function dayOrdinals(zone: TimeZone, first: number, last: number): Int32Array {
  const ordinals = new Int32Array(Math.max(0, last - first + 1));
  let start = startOfDay(zone, first + 1);
  for (let i = 1; i < ordinals.length; i++) {
    const next = startOfDay(zone, first + i + 1);
    ordinals[i] = ordinals[i - 1]! + (next === start ? 0 : 1);
    start = next;
  }
  return ordinals;
}
