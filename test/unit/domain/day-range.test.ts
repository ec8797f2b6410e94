/** How a person writes a range of days. */
import { expect, it } from 'vitest';
import { parseRange } from '../../../lib/domain/day-range.ts';

const DAY_MS = 86_400_000;

it('is a day, a month or a year, or from one to another', () => {
  const days = (text: string) => {
    const range = parseRange(text);
    return (
      range &&
      [range.first, range.last].map((day) => new Date(day * DAY_MS).toISOString().slice(0, 10))
    );
  };
  expect(days('2024-02')).toEqual(['2024-02-01', '2024-02-29']);
  expect(days('2023..2024-02-29')).toEqual(['2023-01-01', '2024-02-29']);
  expect(days('1900')).toEqual(['1900-01-01', '1900-12-31']);
  expect(days('all')).toBeNull();
});

it.each(['2023-02-29', '2024-13', '2024..2023', '0024-01-01', '0001..2026', '1899', '24', 'today'])(
  'is not %s',
  (text) => {
    expect(parseRange(text)).toBeUndefined();
  },
);
