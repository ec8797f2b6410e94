/** The app's side of a sign-in, over oauth4webapi, for tests that need tokens and no browser. */
import * as oauth from 'oauth4webapi';
import type { Standin } from './index.ts';
import { createPerson, type Arrival, type Person } from './person.ts';
import { SCOPES } from './scopes.ts';

export const REDIRECT_URI = 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/';

export interface Tokens {
  accessToken: string;
  refreshToken: string | undefined;
  expiresIn: number | undefined;
  scope: string | undefined;
}

export interface App {
  server: oauth.AuthorizationServer;
  client: oauth.Client;
  person: Person;
  /** Opens the authorize page. */
  authorize(extra?: Record<string, string>): Promise<Arrival>;
  /** Checks the redirect and trades its code. */
  exchange(arrival: Arrival): Promise<Tokens>;
  /** The whole way, pressing the buttons that show up. */
  connect(name: string): Promise<Tokens>;
  refresh(refreshToken: string): Promise<Tokens>;
  /** GET below `/v1`. */
  get(accessToken: string, path: string): Promise<Response>;
}

const INSECURE = { [oauth.allowInsecureRequests]: true };

/** An app with the default client ID, and a person with an empty browser. */
export function createApp(standin: Standin, person: Person = createPerson()): App {
  const server: oauth.AuthorizationServer = {
    issuer: standin.accountsUrl,
    authorization_endpoint: `${standin.accountsUrl}/authorize`,
    token_endpoint: `${standin.accountsUrl}/api/token`,
  };
  const client: oauth.Client = { client_id: standin.clientId };
  let sent = { state: '', verifier: '' };

  const app: App = {
    server,
    client,
    person,
    async authorize(extra = {}) {
      sent = { state: oauth.generateRandomState(), verifier: oauth.generateRandomCodeVerifier() };
      const url = new URL(`${standin.accountsUrl}/authorize`);
      url.search = new URLSearchParams({
        client_id: client.client_id,
        response_type: 'code',
        redirect_uri: REDIRECT_URI,
        scope: Object.keys(SCOPES).join(' '),
        state: sent.state,
        code_challenge_method: 'S256',
        code_challenge: await oauth.calculatePKCECodeChallenge(sent.verifier),
        ...extra,
      }).toString();
      return person.open(url.href);
    },
    async exchange(arrival) {
      if (!('redirect' in arrival)) throw new Error(`no redirect: ${arrival.page.text}`);
      const parameters = oauth.validateAuthResponse(server, client, arrival.redirect, sent.state);
      const response = await oauth.authorizationCodeGrantRequest(
        server,
        client,
        oauth.None(),
        parameters,
        REDIRECT_URI,
        sent.verifier,
        INSECURE,
      );
      return readTokens(await oauth.processAuthorizationCodeResponse(server, client, response));
    },
    async connect(name) {
      let arrival = await app.authorize();
      if ('page' in arrival && arrival.page.text.includes('Sign in as')) {
        arrival = await person.press(`Sign in as ${name}`);
      }
      if ('page' in arrival) arrival = await person.press('Agree');
      return app.exchange(arrival);
    },
    async refresh(refreshToken) {
      const response = await oauth.refreshTokenGrantRequest(
        server,
        client,
        oauth.None(),
        refreshToken,
        INSECURE,
      );
      return readTokens(await oauth.processRefreshTokenResponse(server, client, response));
    },
    get: (accessToken, path) =>
      fetch(standin.apiUrl + path, { headers: { authorization: `Bearer ${accessToken}` } }),
  };
  return app;
}

const readTokens = (answer: oauth.TokenEndpointResponse): Tokens => ({
  accessToken: answer.access_token,
  refreshToken: answer.refresh_token,
  expiresIn: answer.expires_in,
  scope: answer.scope,
});
