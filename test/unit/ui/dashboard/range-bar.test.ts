/** When a comparison is offered. */
import { expect, it } from 'vitest';
import { isComparable } from '../../../../lib/ui/dashboard/range-bar.tsx';

it('is offered for every range but all time, which nothing came before', () => {
  expect(isComparable('7-days', 'before')).toBe(true);
  expect(isComparable('2024', 'none')).toBe(true);
  expect(isComparable('all-time', 'before')).toBe(false);
  expect(isComparable('all-time', 'none')).toBe(false);
});

it('stays where somebody named the days to compare all time with, so that they can be left', () => {
  expect(isComparable('all-time', '2024-01-01..2024-02-01')).toBe(true);
});
