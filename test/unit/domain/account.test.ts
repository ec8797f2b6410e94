import { expect, it } from 'vitest';
import { parseClientId } from '../../../lib/domain/account.ts';

const GOOD = '0123456789abcdef0123456789abcdef';

it('takes 32 hexadecimal digits, however they were pasted', () => {
  expect(parseClientId(GOOD)).toBe(GOOD);
  expect(parseClientId(`  ${GOOD.toUpperCase()}\n`)).toBe(GOOD);
});

it.each(['', GOOD.slice(1), `${GOOD}0`, GOOD.replace('0', 'g'), `${GOOD} ${GOOD}`])(
  'refuses %j',
  (text) => {
    expect(parseClientId(text)).toBeNull();
  },
);
