import { beforeAll, expect, test } from 'vitest';
import { accountName } from '../../../lib/ui/account-name.ts';
import { speakEnglish } from './english.ts';
import { accountView } from './fixtures.ts';

const { account } = accountView('ada-okonjo');

beforeAll(() => speakEnglish());

test('is the display name Spotify gives', () => {
  expect(accountName({ ...account, displayName: 'Ada' })).toBe('Ada');
});

test('says what it is where it is no account of Spotify’s', () => {
  const nameOf = (id: string) => accountName({ id, displayName: null });
  expect(nameOf('ostinato:imported')).toBe('Imported listening');
  expect(nameOf('ostinato:sample')).toBe('Sample listening');
});

test("is neutral, with the id's start, when Spotify gives none or a blank one", () => {
  expect(accountName({ ...account, displayName: null })).toBe('Spotify account ada-ok');
  expect(accountName({ ...account, displayName: '  ' })).toBe('Spotify account ada-ok');
});
