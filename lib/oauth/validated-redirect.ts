/** The second step of a sign-in: what came back through the window, checked before it is used. */
import * as oauth from 'oauth4webapi';
import { AppError, type ErrorCode } from '../domain/app-error.ts';
import type { AuthorizationRequest } from './authorization-request.ts';
import { authorizationServer } from './server.ts';

declare const validated: unique symbol;

/** Proof that `validateRedirect` ran: the code exchange takes nothing else. */
export type ValidatedRedirect = {
  readonly request: AuthorizationRequest;
  readonly parameters: URLSearchParams;
  readonly [validated]: true;
};

/** RFC 6749, 4.1.2.1. What is not listed says that the request itself was wrong. */
const REFUSALS: Readonly<Record<string, ErrorCode>> = {
  access_denied: 'oauth/denied',
  unauthorized_client: 'oauth/wrong-client',
  server_error: 'oauth/unavailable',
  temporarily_unavailable: 'oauth/unavailable',
};

/**
 * Checks that the redirect belongs to the request: same address, same `state`, a code in it.
 *
 * @throws AppError `oauth/denied`, `oauth/wrong-client`, `oauth/unavailable` and, for every other
 * reason, `oauth/refused` as the server says so;
 * `oauth/invalid-response` when the redirect is forged or damaged.
 */
export function validateRedirect(
  request: AuthorizationRequest,
  redirectedTo: string,
): ValidatedRedirect {
  const url = URL.canParse(redirectedTo) ? new URL(redirectedTo) : null;
  const expected = new URL(request.redirectUri);
  if (!url || url.origin !== expected.origin || url.pathname !== expected.pathname) {
    throw new AppError('oauth/invalid-response', { detail: 'redirected to another address' });
  }
  const parameters = readParameters(request, url);
  if (!parameters.get('code')) {
    throw new AppError('oauth/invalid-response', { detail: 'no code in the redirect' });
  }
  const redirect: Omit<ValidatedRedirect, typeof validated> = { request, parameters };
  // The one place where the brand is given.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return redirect as ValidatedRedirect;
}

function readParameters(request: AuthorizationRequest, url: URL): URLSearchParams {
  const client = { client_id: request.clientId };
  try {
    return oauth.validateAuthResponse(
      authorizationServer(request.endpoints),
      client,
      url,
      request.state,
    );
  } catch (cause) {
    if (cause instanceof oauth.AuthorizationResponseError) {
      const code = REFUSALS[cause.error] ?? 'oauth/refused';
      throw new AppError(code, { detail: cause.error.slice(0, 60) }, { cause });
    }
    // Its message may quote the parameters, the code among them: the cause is not handed on.
    throw new AppError('oauth/invalid-response', { detail: 'the redirect does not match' });
  }
}
