/** A sign-in's pure steps: the address that is opened, the redirect that comes back, the requests. */
import { describe, expect, it } from 'vitest';
import { readEndpoints } from '../../../lib/domain/endpoints.ts';
import { readAuthorizeCheck, sendAuthorizeCheck } from '../../../lib/oauth/authorize-check.ts';
import { createAuthorizationRequest } from '../../../lib/oauth/authorization-request.ts';
import { readClockSkew } from '../../../lib/oauth/clock-skew.ts';
import { sendCodeExchange, sendRefresh } from '../../../lib/oauth/token-requests.ts';
import { validateRedirect } from '../../../lib/oauth/validated-redirect.ts';

const endpoints = readEndpoints({});
const clientId = 'abcdef0123456789abcdef0123456789';
const redirectUri = 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/';
const create = (showDialog = false) =>
  createAuthorizationRequest(endpoints, { clientId, redirectUri, showDialog });

/** Records what would leave. */
function recorder(answer = new Response()) {
  const sent: { url: string; init: RequestInit }[] = [];
  const fetch = (url: string, init: RequestInit = {}) => {
    sent.push({ url, init });
    return Promise.resolve(answer);
  };
  return { sent, transport: { fetch, signal: new AbortController().signal } };
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Buffer.from(digest).toString('base64url');
}

describe('the authorization request', () => {
  it('asks for a code with PKCE and state at the authorization endpoint', async () => {
    const request = await create();
    const url = new URL(request.url);
    expect(url.origin + url.pathname).toBe('https://accounts.spotify.com/authorize');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: clientId,
      response_type: 'code',
      redirect_uri: redirectUri,
      scope: expect.stringMatching(/^user-read-private (\S+ )*user-library-read$/),
      state: request.state,
      code_challenge_method: 'S256',
      code_challenge: await sha256(request.codeVerifier),
    });
  });

  it('shows the dialog only when told', async () => {
    expect(new URL((await create(true)).url).searchParams.get('show_dialog')).toBe('true');
  });

  it('never uses a state or a verifier twice', async () => {
    const [first, second] = [await create(), await create()];
    expect(first.state).not.toBe(second.state);
    expect(first.codeVerifier).not.toBe(second.codeVerifier);
  });
});

const back = (parameters: Record<string, string>, address = redirectUri) =>
  `${address}?${new URLSearchParams(parameters).toString()}`;

describe('a redirect', () => {
  it('is accepted with its state and a code', async () => {
    const request = await create();
    const redirect = validateRedirect(request, back({ code: 'c', state: request.state }));
    expect(redirect.parameters.get('code')).toBe('c');
  });

  it.each([
    ['access_denied', 'oauth/denied'],
    ['unauthorized_client', 'oauth/wrong-client'],
    ['server_error', 'oauth/unavailable'],
    ['temporarily_unavailable', 'oauth/unavailable'],
    ['invalid_scope', 'oauth/refused'],
    ['invalid_request', 'oauth/refused'],
    ['unsupported_response_type', 'oauth/refused'],
    ['something new', 'oauth/refused'],
  ])('with error %s is %s', async (error, code) => {
    const request = await create();
    const answer = back({ error, state: request.state });
    expect(() => validateRedirect(request, answer)).toThrow(expect.objectContaining({ code }));
  });

  it.each([
    ['no state', () => back({ code: 'c' })],
    ['another state', () => back({ code: 'c', state: 'forged' })],
    ['a denial with another state', () => back({ error: 'access_denied', state: 'forged' })],
    ['two states', (state: string) => `${back({ code: 'c', state })}&state=forged`],
    ['no code', (state: string) => back({ state })],
    ['an empty code', (state: string) => back({ state, code: '' })],
    ['another host', (state: string) => back({ code: 'c', state }, 'https://evil.example/')],
    ['another path', (state: string) => back({ code: 'c', state }, `${redirectUri}x`)],
    ['an implicit token', (state: string) => back({ state, token: 't', code: 'c' })],
    ['another issuer', (state: string) => back({ state, code: 'c', iss: 'https://evil.example' })],
    ['no address at all', () => 'about:blank'],
  ])('is refused with %s', async (_, answer) => {
    const request = await create();
    expect(() => validateRedirect(request, answer(request.state))).toThrow(
      expect.objectContaining({ code: 'oauth/invalid-response' }),
    );
  });

  it('leaves no code in the error', async () => {
    const request = await create();
    try {
      validateRedirect(request, back({ code: 'secret-code', state: 'forged' }));
    } catch (error) {
      expect(JSON.stringify(error)).not.toContain('secret-code');
      expect(String((error as Error).cause)).not.toContain('secret-code');
    }
    expect.assertions(2);
  });
});

describe('the requests to the token endpoint', () => {
  it('exchange the code with its verifier and no secret', async () => {
    const request = await create();
    const redirect = validateRedirect(
      request,
      `${redirectUri}?code=the-code&state=${request.state}`,
    );
    const { sent, transport } = recorder();
    await sendCodeExchange(redirect, transport);
    expect(sent[0]?.url).toBe('https://accounts.spotify.com/api/token');
    expect(Object.fromEntries(sent[0]?.init.body as URLSearchParams)).toEqual({
      grant_type: 'authorization_code',
      code: 'the-code',
      redirect_uri: redirectUri,
      code_verifier: request.codeVerifier,
      client_id: clientId,
    });
  });

  it('refresh with the token and the client ID', async () => {
    const { sent, transport } = recorder();
    await sendRefresh(endpoints, { clientId, refreshToken: 'AQ' }, transport);
    expect(sent[0]?.init.method).toBe('POST');
    expect(Object.fromEntries(sent[0]?.init.body as URLSearchParams)).toEqual({
      grant_type: 'refresh_token',
      refresh_token: 'AQ',
      client_id: clientId,
    });
  });

  it('go over plain http only where the build says so', async () => {
    const { sent, transport } = recorder();
    const grant = { clientId, refreshToken: 'AQ' };
    const far = { ...endpoints, accountsUrl: 'http://accounts.example', plainHttp: false };
    await expect(sendRefresh(far, grant, transport)).rejects.toThrow();
    expect(sent).toEqual([]);
    const near = { ...endpoints, accountsUrl: 'http://127.0.0.1:1/a', plainHttp: true };
    await sendRefresh(near, grant, transport);
    expect(sent).toHaveLength(1);
  });
});

describe('the look at the authorize page', () => {
  it('carries no cookies and follows nothing', async () => {
    const { sent, transport } = recorder();
    const request = await create();
    await sendAuthorizeCheck(request, transport);
    expect(sent[0]).toMatchObject({
      url: request.url,
      init: { credentials: 'omit', redirect: 'manual' },
    });
  });

  it.each([
    [400, 'INVALID_CLIENT: Invalid redirect URI', 'oauth/redirect-mismatch'],
    [400, 'redirect_uri: Not matching configuration', 'oauth/redirect-mismatch'],
    [400, 'INVALID_CLIENT: Invalid client', 'oauth/wrong-client'],
    [400, '{"error":"invalid_client"}', 'oauth/wrong-client'],
    [503, '', 'oauth/unavailable'],
    [429, '', 'oauth/rate-limited'],
  ])('understands %i %s', async (status, text, code) => {
    const check = readAuthorizeCheck(new Response(text, { status }), 0);
    await expect(check).rejects.toMatchObject({ code });
  });

  it.each([
    ['a sign-in page', new Response('Sign in')],
    ['a redirect', new Response(null, { status: 303 })],
    ['a redirect as a browser shows it', Response.error()],
    ['a refusal without reasons', new Response('No.', { status: 400 })],
  ])('has nothing against %s', async (_, response) => {
    await expect(readAuthorizeCheck(response, 0)).resolves.toBeUndefined();
  });
});

describe('the clock', () => {
  it('is compared with the Date header', () => {
    const date = new Date(Date.UTC(2026, 10, 21, 12)).toUTCString();
    const response = new Response(null, { headers: { date } });
    expect(readClockSkew(response, Date.UTC(2026, 10, 21, 13))).toBe(3_600_000);
    expect(readClockSkew(response, Date.UTC(2026, 10, 21, 11))).toBe(-3_600_000);
  });

  it.each([{}, { date: 'yesterday' }])('is not judged by %o', (headers) => {
    const response = new Response(null, { headers: headers as Record<string, string> });
    expect(readClockSkew(response, 0)).toBeNull();
  });
});
