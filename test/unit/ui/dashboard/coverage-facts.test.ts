import { expect, it } from 'vitest';
import { findCoverage } from '../../../../lib/ui/dashboard/pages/history/coverage-facts.ts';

it('knows nothing before anything was seen whole', () => {
  expect(findCoverage([], 5)).toBeNull();
});

it('finds the gaps between what was seen', () => {
  const ranges = [
    { from: 10, to: 20 },
    { from: 30, to: 40 },
    { from: 41, to: 50 },
  ];
  expect(findCoverage(ranges, 10)).toEqual({
    since: 10,
    until: 50,
    gaps: [
      { from: 20, to: 30 },
      { from: 40, to: 41 },
    ],
    partBefore: false,
  });
});

it('says when there are streams from before', () => {
  expect(findCoverage([{ from: 10, to: 20 }], 4)?.partBefore).toBe(true);
});
