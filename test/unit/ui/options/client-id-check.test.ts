import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import { checkClientId } from '../../../../lib/ui/options/client-id-check.ts';

const GOOD = '0123456789abcdef0123456789abcdef';

test('takes blanks around a pasted client ID, and capital letters, in its stride', () => {
  expect(checkClientId(`  ${GOOD.toUpperCase()}\n`, null)).toEqual({
    state: 'good',
    clientId: GOOD,
  });
});

test('says nothing about an empty field', () => {
  expect(checkClientId(' \t', null)).toEqual({ state: 'empty' });
});

test('names the first character that no client ID has', () => {
  expect(checkClientId('0123-g', null)).toEqual({ state: 'strange-character', character: '-' });
  expect(checkClientId('12🎵', null)).toEqual({ state: 'strange-character', character: '🎵' });
});

test('counts the digits of one that is too short or too long', () => {
  expect(checkClientId('0123', null)).toEqual({ state: 'too-short', length: 4 });
  expect(checkClientId(`${GOOD}0`, null)).toEqual({ state: 'too-long', length: 33 });
});

test("accepts the build's own proposal whatever it looks like, and only that", () => {
  expect(checkClientId(' standin-client ', 'standin-client')).toEqual({
    state: 'good',
    clientId: 'standin-client',
  });
  expect(checkClientId('standin-client', null).state).toBe('strange-character');
});

test('calls good exactly what has 32 hexadecimal digits', () => {
  const digit = fc.constantFrom('0', '7', 'a', 'F');
  const nearlyGood = fc.oneof(
    fc.string({ unit: digit, minLength: 31, maxLength: 33 }),
    fc.string({ unit: fc.oneof(digit, fc.constant('g')), minLength: 32, maxLength: 32 }),
  );
  fc.assert(
    fc.property(nearlyGood, (text) => {
      const good = /^[0-9a-f]{32}$/i.test(text);
      expect(checkClientId(text, null).state === 'good').toBe(good);
    }),
  );
});
