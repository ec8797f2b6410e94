/** The two requests to the token endpoint; their answers are read by `readTokenResponse`. */
import * as oauth from 'oauth4webapi';
import type { Endpoints } from '../domain/endpoints.ts';
import { authorizationServer, requestOptions, type Transport } from './server.ts';
import type { ValidatedRedirect } from './validated-redirect.ts';

/**
 * Exchanges the code of a sign-in for tokens (RFC 6749, 4.1.3, with the PKCE verifier). Rejects as
 * `fetch` does when there is no answer.
 */
export function sendCodeExchange(
  { request, parameters }: ValidatedRedirect,
  transport: Transport,
): Promise<Response> {
  return oauth.authorizationCodeGrantRequest(
    authorizationServer(request.endpoints),
    { client_id: request.clientId },
    oauth.None(),
    parameters,
    request.redirectUri,
    request.codeVerifier,
    requestOptions(request.endpoints, transport),
  );
}

/** Asks for a new access token (RFC 6749, 6). Rejects as `fetch` does when there is no answer. */
export function sendRefresh(
  endpoints: Endpoints,
  { clientId, refreshToken }: { clientId: string; refreshToken: string },
  transport: Transport,
): Promise<Response> {
  return oauth.refreshTokenGrantRequest(
    authorizationServer(endpoints),
    { client_id: clientId },
    oauth.None(),
    refreshToken,
    requestOptions(endpoints, transport),
  );
}
