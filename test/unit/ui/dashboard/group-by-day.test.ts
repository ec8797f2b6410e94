import { expect, it } from 'vitest';
import { groupByDay } from '../../../../lib/ui/dashboard/streams/group-by-day.ts';

it('divides at midnight of the zone, not of UTC', () => {
  const before = { endedAt: Date.UTC(2026, 10, 20, 22, 59) };
  const after = { endedAt: Date.UTC(2026, 10, 20, 23, 1) };
  expect(groupByDay([after, before], 'Europe/Berlin').map(({ items }) => items)).toEqual([
    [after],
    [before],
  ]);
  expect(groupByDay([after, before], 'UTC')).toHaveLength(1);
});

it('has no days without streams', () => {
  expect(groupByDay([], 'UTC')).toEqual([]);
});
