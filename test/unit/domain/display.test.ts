import { expect, it } from 'vitest';
import { displayTimeZone, localTimeZone } from '../../../lib/domain/display.ts';

it('is the zone that is chosen', () => {
  expect(displayTimeZone({ timeZone: 'Asia/Tokyo' })).toBe('Asia/Tokyo');
});

it.each([null, { timeZone: null }, { timeZone: 'Mars/Olympus_Mons' }])(
  'is this computer’s without a choice, and for a zone that is not known here: %j',
  (settings) => {
    expect(displayTimeZone(settings)).toBe(localTimeZone());
  },
);
