/** The stand-in's accounts service, driven by a real OAuth client: sign-in, consent, refresh, expiry. */
import * as oauth from 'oauth4webapi';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createApp, REDIRECT_URI, type App } from '../standin/connect.ts';
import { startStandin, type Standin } from '../standin/index.ts';
import { createPerson } from '../standin/person.ts';

let standin: Standin;
let app: App;

beforeEach(async () => {
  standin = await startStandin();
  app = createApp(standin);
});
afterEach(() => standin.close());

const refusalOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: unknown) => (error instanceof oauth.ResponseBodyError ? error.error : error),
  );

const pageOf = (arrival: Awaited<ReturnType<App['authorize']>>) => {
  if (!('page' in arrival)) throw new Error(`redirected to ${arrival.redirect}`);
  return arrival.page;
};

const redirectOf = (arrival: Awaited<ReturnType<App['authorize']>>) => {
  if (!('redirect' in arrival)) throw new Error(`stayed on ${arrival.page.text}`);
  return arrival.redirect;
};

describe('signing in', () => {
  it('asks who it is, then for consent, and hands out tokens that work', async () => {
    expect(pageOf(await app.authorize()).text).toContain('Sign in as Tomás Arrebol');
    const consent = pageOf(await app.person.press('Sign in as Tomás'));
    expect(consent.text).toContain('View your listening history');
    const redirect = redirectOf(await app.person.press('Agree'));
    expect([...redirect.searchParams.keys()].toSorted()).toEqual(['code', 'state']);
    expect(redirect.href.startsWith(REDIRECT_URI)).toBe(true);

    const tokens = await app.exchange({ redirect });
    expect(tokens.expiresIn).toBe(3600);
    expect(tokens.refreshToken).toMatch(/^AQ/);
    const me = await (await app.get(tokens.accessToken, '/me')).json();
    expect(me).toMatchObject({ account_id: standin.listeners.tomas.accountId });
  });

  it('needs no click the second time, and asks again with show_dialog', async () => {
    const first = await app.connect('Mira');
    const second = await app.exchange(await app.authorize());
    expect(second.accessToken).not.toBe(first.accessToken);
    expect(pageOf(await app.authorize({ show_dialog: 'true' })).text).toContain('Allow access?');
    const third = await app.exchange(await app.person.press('Agree'));
    expect((await app.get(third.accessToken, '/me')).status).toBe(200);
  });

  it('remembers the approval in another browser, where only the sign-in is asked', async () => {
    await app.connect('Mira');
    const elsewhere = createApp(standin, createPerson());
    await elsewhere.authorize();
    redirectOf(await elsewhere.person.press('Sign in as Mira'));
  });

  it('lets another listener take over from the consent page', async () => {
    await app.connect('Mira');
    await app.authorize({ show_dialog: 'true' });
    await app.person.press('Not you? Sign in as Tomás');
    const tokens = await app.exchange(await app.person.press('Agree'));
    const me = await (await app.get(tokens.accessToken, '/me')).json();
    expect(me).toMatchObject({ display_name: 'Tomás Arrebol' });
  });

  it('answers a denial with access_denied and the state', async () => {
    await app.authorize();
    await app.person.press('Sign in as Mira');
    const redirect = redirectOf(await app.person.press('Cancel'));
    expect([...redirect.searchParams.keys()].toSorted()).toEqual(['error', 'state']);
    expect(redirect.searchParams.get('error')).toBe('access_denied');
    await expect(app.exchange({ redirect })).rejects.toBeInstanceOf(
      oauth.AuthorizationResponseError,
    );
  });

  it('shows a page, and never redirects, for a client ID it does not know', async () => {
    const page = pageOf(await app.authorize({ client_id: 'f'.repeat(32) }));
    expect(page).toMatchObject({ status: 400 });
    expect(page.text).toContain('INVALID_CLIENT: Invalid client');
  });

  it('knows a client ID once it is registered', async () => {
    const clientIds = [standin.clientId, 'f'.repeat(32)];
    await standin.control.set({ clientIds });
    expect(pageOf(await app.authorize({ client_id: 'f'.repeat(32) })).text).toContain('Sign in as');
  });

  it.each([
    'https://example.org/callback',
    'http://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/',
    'https://chromiumapp.org.example.org/',
  ])('shows a page for the redirect URI %s', async (uri) => {
    const page = pageOf(await app.authorize({ redirect_uri: uri }));
    expect(page).toMatchObject({ status: 400 });
    expect(page.text).toContain('INVALID_CLIENT: Invalid redirect URI');
  });

  it('compares redirect URIs exactly once they are registered', async () => {
    await standin.control.set({ redirectUris: ['https://a.chromiumapp.org/'] });
    expect(pageOf(await app.authorize()).text).toContain('Invalid redirect URI');
    const known = await app.authorize({ redirect_uri: 'https://a.chromiumapp.org/' });
    expect(pageOf(known).text).toContain('Sign in as');
  });

  it('refuses to go on without PKCE', async () => {
    const redirect = redirectOf(
      await app.authorize({ code_challenge: '', code_challenge_method: '' }),
    );
    expect(redirect.searchParams.get('error')).toBe('invalid_request');
  });

  it('refuses a scope that does not exist', async () => {
    const page = pageOf(await app.authorize({ scope: 'user-read-minds' }));
    expect(page.text).toContain('INVALID_SCOPE');
  });

  it('refuses a code with the wrong verifier, and a code used twice', async () => {
    await app.connect('Mira');
    const arrival = await app.authorize();
    await app.exchange(arrival);
    expect(await refusalOf(app.exchange(arrival))).toBe('invalid_grant');
    const stolen = redirectOf(await app.authorize());
    const response = await fetch(`${standin.accountsUrl}/api/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        client_id: standin.clientId,
        code: stolen.searchParams.get('code') ?? '',
        redirect_uri: REDIRECT_URI,
        code_verifier: 'x'.repeat(43),
      }),
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: 'invalid_grant' });
  });

  it.each(['chrome-extension://abcdefghijklmnop', 'moz-extension://0a1b2c3d'])(
    'lets %s read the answer of the token endpoint',
    async (origin) => {
      const { refreshToken = '' } = await app.connect('Mira');
      const response = await fetch(`${standin.accountsUrl}/api/token`, {
        method: 'POST',
        headers: { origin },
        body: new URLSearchParams({
          grant_type: 'refresh_token',
          client_id: standin.clientId,
          refresh_token: refreshToken,
        }),
      });
      expect(response.status).toBe(200);
      expect(response.headers.get('access-control-allow-origin')).toBe(origin);
    },
  );

  it('asks for a sign-in again when the browser is signed out', async () => {
    await app.connect('Mira');
    await standin.control.endSessions();
    expect(pageOf(await app.authorize()).text).toContain('Sign in as');
  });
});

describe('refreshing', () => {
  it('answers with no refresh token today, and the old one keeps working', async () => {
    const { refreshToken = '' } = await app.connect('Mira');
    for (let round = 0; round < 3; round++) {
      const refreshed = await app.refresh(refreshToken);
      expect(refreshed.refreshToken).toBeUndefined();
      expect((await app.get(refreshed.accessToken, '/me')).status).toBe(200);
    }
  });

  it('repeats the same refresh token when it is not omitted', async () => {
    await standin.control.set({ omitRefreshToken: false });
    const { refreshToken = '' } = await app.connect('Mira');
    expect((await app.refresh(refreshToken)).refreshToken).toBe(refreshToken);
  });

  it('ends the whole family when a strictly rotated token is used again', async () => {
    await standin.control.set({ rotation: 'strict' });
    const { refreshToken: first = '' } = await app.connect('Mira');
    const { refreshToken: second = '', accessToken } = await app.refresh(first);
    expect(second).not.toBe(first);
    expect(await refusalOf(app.refresh(first))).toBe('invalid_grant');
    expect(await refusalOf(app.refresh(second))).toBe('invalid_grant');
    expect((await app.get(accessToken, '/me')).status).toBe(401);
    redirectOf(await app.authorize());
  });

  it('accepts a rotated token for the length of the grace period, and not after', async () => {
    await standin.control.set({ rotation: 'grace', graceSeconds: 30 });
    const { refreshToken: first = '' } = await app.connect('Mira');
    const { refreshToken: second = '' } = await app.refresh(first);
    expect(second).not.toBe(first);
    await standin.control.advance({ seconds: 25 });
    expect((await app.refresh(first)).refreshToken).toBeDefined();
    await standin.control.advance({ seconds: 10 });
    expect(await refusalOf(app.refresh(first))).toBe('invalid_grant');
  });

  it('gives no grace to a code', async () => {
    await standin.control.set({ rotation: 'grace' });
    await app.connect('Mira');
    const arrival = await app.authorize();
    await app.exchange(arrival);
    expect(await refusalOf(app.exchange(arrival))).toBe('invalid_grant');
  });

  it.each(['none', 'strict'] as const)(
    'ends six months after the authorization, however often it was refreshed (rotation %s)',
    async (rotation) => {
      await standin.control.set({ rotation });
      let { refreshToken = '' } = await app.connect('Mira');
      for (const days of [90, 91]) {
        await standin.control.advance({ days });
        refreshToken = (await app.refresh(refreshToken)).refreshToken ?? refreshToken;
      }
      await standin.control.advance({ days: 1.1 });
      expect(await refusalOf(app.refresh(refreshToken))).toBe('invalid_grant');
      const renewed = await app.exchange(await app.authorize());
      await standin.control.advance({ days: 181 });
      await app.refresh(renewed.refreshToken ?? '');
    },
  );

  it('hands out access tokens of the length that was asked for', async () => {
    await standin.control.set({ accessTokenLifetimeSeconds: 40 });
    const { accessToken, expiresIn } = await app.connect('Mira');
    expect(expiresIn).toBe(40);
    await standin.control.advance({ seconds: 39 });
    expect((await app.get(accessToken, '/me')).status).toBe(200);
    await standin.control.advance({ seconds: 2 });
    expect((await app.get(accessToken, '/me')).status).toBe(401);
  });

  it('knows nothing of a revoked account until somebody agrees again', async () => {
    const { refreshToken = '', accessToken } = await app.connect('Mira');
    const other = await createApp(standin, createPerson()).connect('Tomás');
    await standin.control.revoke({ listener: 'mira' });
    expect(await refusalOf(app.refresh(refreshToken))).toBe('invalid_grant');
    expect((await app.get(accessToken, '/me')).status).toBe(401);
    expect(pageOf(await app.authorize()).text).toContain('Allow access?');
    await app.exchange(await app.person.press('Agree'));
    await app.refresh(other.refreshToken ?? '');
  });

  it('keeps the approval where only the tokens were to die', async () => {
    const { refreshToken = '' } = await app.connect('Mira');
    await standin.control.revoke({ listener: 'mira', keepApproval: true });
    expect(await refusalOf(app.refresh(refreshToken))).toBe('invalid_grant');
    await app.exchange(await app.authorize());
  });

  it('refuses a token it never issued, and a client it does not know', async () => {
    expect(await refusalOf(app.refresh('AQnothing'))).toBe('invalid_grant');
    const response = await fetch(`${standin.accountsUrl}/api/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'refresh_token',
        client_id: 'e'.repeat(32),
        refresh_token: 'AQnothing',
      }),
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      error: 'invalid_client',
      error_description: 'Invalid client',
    });
  });

  it('lists every token it issued', async () => {
    const tokens = await app.connect('Mira');
    const refreshed = await app.refresh(tokens.refreshToken ?? '');
    expect(await standin.control.issuedTokens()).toEqual({
      accessTokens: [tokens.accessToken, refreshed.accessToken],
      refreshTokens: [tokens.refreshToken],
    });
  });
});
