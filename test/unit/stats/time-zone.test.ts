/** Zones as tables: the same local time as the browser's own, at every change of the clock. */
import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it, vi } from 'vitest';
import { dayOf, startOfDay } from '../../../lib/stats/calendar.ts';
import {
  buildTimeZoneTable,
  DAY_MS,
  fromLocal,
  HOUR_MS,
  timeZoneTable,
  toLocal,
} from '../../../lib/stats/time-zone.ts';
import { clockAt, ZONES } from './naive.ts';

const anyTime = fc.integer({ min: Date.UTC(2006, 0, 2), max: Date.UTC(2039, 11, 30) });

function shown(local: number): { date: string; clock: string } {
  const text = new Date(local).toISOString();
  return { date: text.slice(0, 10), clock: text.slice(11, 19) };
}

describe.each(ZONES)('%s', (name) => {
  const zone = timeZoneTable(name);

  it('shows the time that the browser shows', () => {
    fc.assert(
      fc.property(anyTime, (time) => {
        expect(shown(toLocal(zone, time))).toEqual(clockAt(name, time));
      }),
    );
  });

  it('changes its clocks at the very second', () => {
    for (const start of zone.starts.slice(1)) {
      for (const time of [start - 1, start, start + 1]) {
        expect(shown(toLocal(zone, time))).toEqual(clockAt(name, time));
      }
    }
  });

  it('finds the first moment of a local time', () => {
    const [, ...changes] = zone.starts;
    const nearChange = changes.length > 0 ? fc.constantFrom(...changes) : anyTime;
    const local = fc
      .tuple(fc.oneof(nearChange, anyTime), fc.integer({ min: -30, max: 30 }))
      .map(([time, halfHours]) => toLocal(zone, time) + (halfHours * HOUR_MS) / 2);
    fc.assert(
      fc.property(local, (wanted) => {
        const time = fromLocal(zone, wanted);
        expect(toLocal(zone, time)).toBeGreaterThanOrEqual(wanted);
        for (let ago = 1; ago < 2 * DAY_MS; ago += HOUR_MS / 4) {
          expect(toLocal(zone, time - ago)).toBeLessThan(wanted);
        }
      }),
    );
  });
});

describe('of browsers with and without Temporal', () => {
  function buildTable(name: string, known: typeof Temporal | undefined) {
    vi.stubGlobal('Temporal', known);
    return buildTimeZoneTable(name);
  }

  it.each([...ZONES, 'UTC', 'Africa/Casablanca', 'Pacific/Apia'])(
    'knows the same changes of %s',
    (name) => {
      const asked = buildTable(name, Temporal);
      expect(asked).toEqual(buildTable(name, undefined));
    },
  );

  it('knows of no zone that is none', () => {
    expect(() => buildTable('Europe/Nowhere', Temporal)).toThrow(RangeError);
    expect(() => buildTable('Europe/Nowhere', undefined)).toThrow(RangeError);
  });
});

it('knows that Samoa had no 30 December 2011', () => {
  const zone = timeZoneTable('Pacific/Apia');
  const missing = Date.UTC(2011, 11, 30) / DAY_MS;
  expect(startOfDay(zone, missing)).toBe(startOfDay(zone, missing + 1));
  expect(dayOf(zone, startOfDay(zone, missing))).toBe(missing + 1);
});

it('refuses a zone that does not exist', () => {
  expect(() => timeZoneTable('Europe/Ostinato')).toThrow(RangeError);
});
