import { beforeEach, expect, it } from 'vitest';
import { FIRST_ROWS, nextStep } from '../../../../lib/ui/charts/table-steps.ts';
import { speakEnglish } from '../english.ts';

beforeEach(() => speakEnglish());

it('offers the rest of a table when that is not much, and a part of it when it is', () => {
  expect(nextStep(FIRST_ROWS, 250)).toEqual({ rows: 250, label: 'Show all 250 rows' });
  expect(nextStep(FIRST_ROWS, 20_000)).toEqual({
    rows: 700,
    label: 'Show 500 more of 20,000 rows',
  });
});

it('offers nothing where all rows are there', () => {
  expect(nextStep(250, 250)).toBeNull();
  expect(nextStep(0, 0)).toBeNull();
});
