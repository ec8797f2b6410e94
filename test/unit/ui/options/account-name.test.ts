import { beforeAll, expect, test } from 'vitest';
import { accountName } from '../../../../lib/ui/options/account-name.ts';
import { setCatalogue } from '../../../../lib/ui/text.ts';
import { makeView } from './account-view.ts';

const { account } = makeView();

beforeAll(() => setCatalogue((key, args) => (args[0] ? `${key}: ${args[0]}` : ''), 'en'));

test('is the display name Spotify gives', () => {
  expect(accountName(account)).toBe('Ada');
});

test("is neutral, with the id's start, when Spotify gives none or a blank one", () => {
  const neutral = 'options_account_unnamed: ada-ac';
  expect(accountName({ ...account, displayName: null })).toBe(neutral);
  expect(accountName({ ...account, displayName: '  ' })).toBe(neutral);
});
