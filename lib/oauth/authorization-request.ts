/** The first step of a sign-in: the address the browser's sign-in window opens. */
import * as oauth from 'oauth4webapi';
import type { Endpoints } from '../domain/endpoints.ts';
import { SCOPES } from '../domain/scopes.ts';
import { authorizationServer } from './server.ts';

interface AuthorizationOptions {
  clientId: string;
  /** To the letter as registered with the app at Spotify. */
  redirectUri: string;
  /** Asks for consent again even from a listener who gave it: there they can change the user. */
  showDialog: boolean;
}

/** Everything the rest of the sign-in needs; lives in memory only, for one sign-in. */
export interface AuthorizationRequest {
  endpoints: Endpoints;
  clientId: string;
  redirectUri: string;
  state: string;
  codeVerifier: string;
  url: string;
}

/** Authorization code with PKCE (RFC 7636, S256) and a fresh `state`. */
export async function createAuthorizationRequest(
  endpoints: Endpoints,
  { clientId, redirectUri, showDialog }: AuthorizationOptions,
): Promise<AuthorizationRequest> {
  const state = oauth.generateRandomState();
  const codeVerifier = oauth.generateRandomCodeVerifier();
  const url = new URL(`${authorizationServer(endpoints).authorization_endpoint}`);
  url.search = new URLSearchParams({
    client_id: clientId,
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: SCOPES.join(' '),
    state,
    code_challenge_method: 'S256',
    code_challenge: await oauth.calculatePKCECodeChallenge(codeVerifier),
    ...(showDialog ? { show_dialog: 'true' } : {}),
  }).toString();
  return { endpoints, clientId, redirectUri, state, codeVerifier, url: url.href };
}
