/** Titles that speak of a part speak of no more than that part. */
import { beforeEach, expect, it } from 'vitest';
import { COUNTRY_WORDS, mostOf } from '../../../../lib/ui/dashboard/pages/habits/devices-part.tsx';
import { thenAndNow } from '../../../../lib/ui/dashboard/pages/taste/changes-part.tsx';
import { whenText } from '../../../../lib/ui/dashboard/pages/year/year-page.tsx';
import { speakEnglish } from '../english.ts';

beforeEach(() => speakEnglish());

it('says of how many plays the country is known, where it is not known of all', () => {
  const germany = { name: 'Germany', known: true, plays: 4 };
  const untold = { name: 'Not told', known: false, plays: 6 };
  expect(mostOf([untold, germany], COUNTRY_WORDS)).toBe(
    'Most in Germany: 100% of the 4 plays whose country is known',
  );
  expect(mostOf([germany], COUNTRY_WORDS)).toBe('Most in Germany: 100% of plays');
  expect(mostOf([untold], COUNTRY_WORDS)).toBe('Where you listened is not known');
});

it('writes two shares finer where they would look the same', () => {
  expect(thenAndNow(0.2, 0.05)).toEqual(['20%', '5%']);
  expect(thenAndNow(0.0004, 0.00008)).toEqual(['0.04%', '0.008%']);
  expect(thenAndNow(0, 0)).toEqual(['0%', '0%']);
});

it('says until when a year that goes on is told', () => {
  expect(whenText({ year: 2026, running: true, days: 32 })).toBe('2026 until 1 Feb');
  expect(whenText({ year: 2025, running: false, days: 365 })).toBe('2025');
});
