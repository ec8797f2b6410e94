/** Spotify's accounts service as oauth4webapi wants it described; every request here starts from it. */
import * as oauth from 'oauth4webapi';
import type { Endpoints } from '../domain/endpoints.ts';

/** After this long without an answer a token request is given up, in ms. */
export const TOKEN_REQUEST_DEADLINE_MS = 20_000;

export type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

/** How a request leaves: the real `fetch` and a signal with the deadline, or a test's. */
export interface Transport {
  fetch: Fetch;
  signal: AbortSignal;
}

/** Authorization endpoint `<accounts>/authorize`, token endpoint `<accounts>/api/token`. */
export function authorizationServer({ accountsUrl }: Endpoints): oauth.AuthorizationServer {
  return {
    issuer: accountsUrl,
    authorization_endpoint: `${accountsUrl}/authorize`,
    token_endpoint: `${accountsUrl}/api/token`,
  };
}

/** Plain http is let through where the build allowed it: on this machine. */
export function requestOptions(
  { plainHttp }: Endpoints,
  { fetch, signal }: Transport,
): oauth.TokenEndpointRequestOptions {
  return {
    signal,
    [oauth.customFetch]: fetch,
    [oauth.allowInsecureRequests]: plainHttp,
  };
}
