import { describe, expect, it } from 'vitest';
import { chosenDays, comparableDays, comparedDays } from '../../../lib/stats/ranges.ts';

const day = (text: string) => Date.parse(text) / 86_400_000;
const days = (first: string, last: string) => ({ first: day(first), last: day(last) });
const TODAY = day('2026-11-21');

describe('the range chosen', () => {
  it.each([
    ['today', days('2026-11-21', '2026-11-21')],
    ['7-days', days('2026-11-15', '2026-11-21')],
    ['4-weeks', days('2026-10-25', '2026-11-21')],
    ['6-months', days('2026-05-22', '2026-11-21')],
    ['this-year', days('2026-01-01', '2026-11-21')],
    ['all-time', null],
    ['2024', days('2024-01-01', '2024-12-31')],
    ['2024-02', days('2024-02-01', '2024-02-29')],
    ['2024-02-29..2025', days('2024-02-29', '2025-12-31')],
  ])('%s', (choice, wanted) => {
    expect(chosenDays(choice, TODAY)).toEqual(wanted);
  });

  it('takes the last day of a shorter month for six months ago', () => {
    expect(chosenDays('6-months', day('2026-08-31'))).toEqual(days('2026-03-01', '2026-08-31'));
  });
});

describe('what a range is compared with', () => {
  const february = days('2024-02-01', '2024-02-29');

  it.each([
    ['before', days('2024-01-01', '2024-01-31')],
    ['year-before', days('2023-02-01', '2023-02-28')],
    ['none', null],
    ['2021-03', days('2021-03-01', '2021-03-31')],
  ])('%s', (choice, wanted) => {
    expect(comparedDays(choice, february, '2024-02')).toEqual(wanted);
  });

  it('is nothing for all time, unless days are named', () => {
    expect(comparedDays('before', null, 'all-time')).toBeNull();
    expect(comparedDays('year-before', null, 'all-time')).toBeNull();
    expect(comparedDays('2021', null, 'all-time')).toEqual(days('2021-01-01', '2021-12-31'));
  });

  it.each([
    ['2021', days('2020-01-01', '2020-12-31')],
    ['2020', days('2019-01-01', '2019-12-31')],
    ['2024-05', days('2024-04-01', '2024-04-30')],
    ['2024-03-01..2024-05', days('2023-12-01', '2024-02-29')],
    ['2024-03-02..2024-05-31', days('2023-12-02', '2024-03-01')],
    ['2024-02-29', days('2024-02-28', '2024-02-28')],
  ])('is the calendar’s before %s, where it is whole months', (range, wanted) => {
    expect(comparedDays('before', chosenDays(range, TODAY), range)).toEqual(wanted);
  });

  it('is as many days before a preset, whole months or not', () => {
    const weeks = chosenDays('4-weeks', day('2026-02-28'));
    expect(comparedDays('before', weeks, '4-weeks')).toEqual(days('2026-01-04', '2026-01-31'));
  });
});

describe('what an ongoing range is compared with', () => {
  const year = days('2026-01-01', '2026-12-31');

  it('stops where the range has come to', () => {
    const november = days('2026-11-01', '2026-11-30');
    expect(comparableDays('before', november, TODAY, '2026-11')).toEqual(
      days('2026-10-01', '2026-10-21'),
    );
    expect(comparableDays('year-before', year, TODAY, '2026')).toEqual(
      days('2025-01-01', '2025-11-21'),
    );
    expect(
      comparableDays('year-before', days('2024-01-01', '2024-12-31'), day('2024-02-29'), '2024'),
    ).toEqual(days('2023-01-01', '2023-02-28'));
  });

  it('is whole once the range is over, and when its days are named', () => {
    const past = days('2024-02-01', '2024-02-29');
    expect(comparableDays('before', past, TODAY, '2024-02')).toEqual(
      comparedDays('before', past, '2024-02'),
    );
    expect(comparableDays('2024', year, TODAY, '2026')).toEqual(days('2024-01-01', '2024-12-31'));
    expect(comparableDays('none', year, TODAY, '2026')).toBeNull();
    expect(comparableDays('before', null, TODAY, 'all-time')).toBeNull();
  });
});
