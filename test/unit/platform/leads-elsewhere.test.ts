/** Which of the windows at the accounts host are left alone. */
import { describe, expect, it } from 'vitest';
import { leadsElsewhere } from '../../../lib/platform/leads-elsewhere.ts';

const OURS = 'https://abcdefghijklmnop.chromiumapp.org/';
const THEIRS = 'https://example.com/callback?from=spotify';

function authorization(redirectUri: string): string {
  const url = new URL('https://accounts.spotify.com/authorize?client_id=c&response_type=code');
  url.searchParams.set('redirect_uri', redirectUri);
  return url.href;
}

/** As the login page carries what it goes on with. */
function login(next: string): string {
  return `https://accounts.spotify.com/en/login?continue=${encodeURIComponent(next)}`;
}

describe.each([
  ['the authorization itself', (uri: string) => authorization(uri)],
  ['the login before it', (uri: string) => login(authorization(uri))],
  ['a login that leads to a login', (uri: string) => login(login(authorization(uri)))],
])('%s', (_, address) => {
  it('is ours when it leads to us', () => {
    expect(leadsElsewhere(address(OURS), OURS)).toBe(false);
  });

  it('is theirs when it leads to them', () => {
    expect(leadsElsewhere(address(THEIRS), OURS)).toBe(true);
    expect(leadsElsewhere(address(`${OURS}more`), OURS)).toBe(true);
  });
});

it.each([
  'https://accounts.spotify.com/en/login',
  'https://accounts.spotify.com/en/login?flow_ctx=1%3A2',
  'https://accounts.spotify.com/en/login?continue=%E0%A4%A',
])('%s may be anybody’s', (address) => {
  expect(leadsElsewhere(address, OURS)).toBe(false);
});
