import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readExtendedTime, readMinute } from '../../../lib/archive/export-time.ts';

const moment = fc.integer({ min: 0, max: Date.UTC(2099, 11, 31, 23, 59, 59) / 1000 });

describe('times of exports', () => {
  it('are what Date makes of them, for every second from 1970 to 2099', () => {
    fc.assert(
      fc.property(moment, (seconds) => {
        const iso = new Date(seconds * 1000).toISOString();
        expect(readExtendedTime(`${iso.slice(0, 19)}Z`)).toBe(seconds * 1000);
        const minute = `${iso.slice(0, 10)} ${iso.slice(11, 16)}`;
        expect(readMinute(minute)).toBe(Math.floor(seconds / 60) * 60_000);
      }),
      { numRuns: 2_000 },
    );
  });

  it('are refused where Date would have to correct them', () => {
    const number = fc.integer({ min: 0, max: 99 }).map((n) => String(n).padStart(2, '0'));
    fc.assert(
      fc.property(
        fc.integer({ min: 1960, max: 2110 }),
        number,
        number,
        number,
        (year, ...parts) => {
          const [month, day, hour] = parts;
          const text = `${year}-${month}-${day}T${hour}:30:00`;
          const date = new Date(`${text}Z`);
          const exists =
            !Number.isNaN(date.getTime()) &&
            date.toISOString().startsWith(text) &&
            year >= 1970 &&
            year < 2100;
          expect(readExtendedTime(`${text}Z`)).toBe(exists ? date.getTime() : NaN);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
