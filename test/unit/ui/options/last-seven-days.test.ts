import { afterEach, expect, test } from 'vitest';
import { setDisplayZone } from '../../../../lib/ui/format.ts';
import { dateLastDays } from '../../../../lib/ui/options/last-seven-days.ts';

afterEach(() => setDisplayZone(undefined));

// Berlin puts its clocks back on 25 October 2026; 27 October, 00:30 there.
const COUNTED_AT = Date.UTC(2026, 9, 26, 23, 30);

function daysOf(): number[] {
  return dateLastDays([1, 2, 3, 4, 5, 6, 7], COUNTED_AT).map(({ day }) =>
    new Date(day).getUTCDate(),
  );
}

test('counts back whole calendar days across the end of summer time', () => {
  expect(daysOf()).toEqual([21, 22, 23, 24, 25, 26, 27]);
  const days = dateLastDays([1, 2, 3, 4, 5, 6, 7], COUNTED_AT);
  expect(days.map(({ plays }) => plays)).toEqual([1, 2, 3, 4, 5, 6, 7]);
});

test('ends on the day it is by the clock that is chosen', () => {
  setDisplayZone('America/New_York');
  expect(daysOf()).toEqual([20, 21, 22, 23, 24, 25, 26]);
});
