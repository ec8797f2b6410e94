/** Which years can be chosen. */
import { afterEach, expect, it } from 'vitest';
import { yearChoices } from '../../../../lib/ui/dashboard/range-options.ts';
import { setDisplayZone } from '../../../../lib/ui/format.ts';

afterEach(() => setDisplayZone(undefined));

const scope = {
  today: Date.UTC(2020, 5, 1) / 86_400_000,
  days: null,
  comparedDays: null,
  streams: 1,
  recorded: 'whole',
  comparedRecorded: null,
  // New Year's Eve where the person is.
  kept: { streams: 1, firstAt: Date.UTC(2019, 0, 1, 1, 30), lastAt: null },
} as const;

it('begin with the local year of the first stream', () => {
  setDisplayZone('America/St_Johns');
  expect(yearChoices(scope, '')).toEqual(['2020', '2019', '2018']);
  setDisplayZone('Europe/Berlin');
  expect(yearChoices(scope, '2030')).toEqual(['2030', '2020', '2019']);
});
