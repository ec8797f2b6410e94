import { expect, test } from 'vitest';
import { dateLastDays } from '../../../../lib/ui/options/last-seven-days.ts';

test('counts back whole calendar days across the end of summer time', () => {
  // Berlin puts its clocks back on 25 October 2026; 27 October, 00:30 there.
  const countedAt = Date.UTC(2026, 9, 26, 23, 30);
  const days = dateLastDays([1, 2, 3, 4, 5, 6, 7], countedAt);
  expect(days.map(({ start }) => new Date(start).getDate())).toEqual([21, 22, 23, 24, 25, 26, 27]);
  expect(days.every(({ start }) => new Date(start).getHours() === 0)).toBe(true);
  expect(days.map(({ plays }) => plays)).toEqual([1, 2, 3, 4, 5, 6, 7]);
});
