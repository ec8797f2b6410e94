/** One whole authorization: window, redirect, code exchange, and whose account it turned out to be. */
import { AppError, toErrorRecord, type ErrorCode, type ErrorData } from '../domain/app-error.ts';
import type { Endpoints } from '../domain/endpoints.ts';
import { rateLimited, readAuthorizeCheck, sendAuthorizeCheck } from '../oauth/authorize-check.ts';
import { createAuthorizationRequest } from '../oauth/authorization-request.ts';
import type { AuthorizationRequest } from '../oauth/authorization-request.ts';
import { readClockSkew, TOLERATED_SKEW_MS } from '../oauth/clock-skew.ts';
import { TOKEN_REQUEST_DEADLINE_MS, type Fetch } from '../oauth/server.ts';
import { readTokenFailure, readTokenResponse } from '../oauth/token-outcome.ts';
import type { TokenGrant, TokenOutcome } from '../oauth/token-outcome.ts';
import { sendCodeExchange } from '../oauth/token-requests.ts';
import { validateRedirect, type ValidatedRedirect } from '../oauth/validated-redirect.ts';
import type { Identity } from '../platform/identity.ts';
import { abortable } from './abortable.ts';

/** A fresh grant and the account it belongs to; nothing of it is stored yet. */
export interface Authorized {
  accountId: string;
  displayName: string | null;
  clientId: string;
  accessToken: string;
  /** UTC ms. */
  expiresAt: number;
  refreshToken: string;
  scope: string | null;
  /** UTC ms, by the server's clock where this one is far off. */
  authorizedAt: number;
}

export interface AuthorizeOptions {
  clientId: string;
  interactive: boolean;
  showDialog: boolean;
  /** Gives up; for a person who cancels, or a deadline. */
  signal: AbortSignal;
  onWindow?: (windowId: number) => void;
}

export type Authorize = (options: AuthorizeOptions) => Promise<Authorized>;

export interface AuthorizeDeps {
  endpoints: Endpoints;
  identity: Identity;
  /** Asks the Web API whose token this is; fails with `api/…` codes. */
  identify: (accessToken: string) => Promise<{ id: string; displayName: string | null }>;
  /** Whether the browser lets the extension reach Spotify: where not, it looks like being offline. */
  hasHostAccess: () => Promise<boolean>;
  fetch: Fetch;
  now: () => number;
  timeout: (ms: number) => AbortSignal;
}

/**
 * The function rejects with AppError `oauth/…`: `cancelled` (also when the signal aborts, or when
 * without `interactive` a person would have to act), `denied`, `refused`, `wrong-client`,
 * `redirect-mismatch`, `offline`, `no-access`, `rate-limited`, `unavailable`, `in-progress`,
 * `invalid-response`, `clock-skew`, `not-allowed`.
 */
export function createAuthorize(deps: AuthorizeDeps): Authorize {
  const { endpoints, identity, now } = deps;
  /** The last flow without a person: given up here, it still goes on in the browser. */
  let silentFlow: Promise<unknown> = Promise.resolve();

  async function authorize(options: AuthorizeOptions): Promise<Authorized> {
    const { clientId, interactive, showDialog, signal } = options;
    const redirectUri = identity.redirectUri();
    const request = await createAuthorizationRequest(endpoints, {
      clientId,
      redirectUri,
      showDialog,
    });
    await check(request, interactive, signal);
    const redirectedTo = await launch(request, options);
    const sentAt = now();
    const grant = await exchange(validateRedirect(request, redirectedTo), interactive, signal);
    const user = await identifyUser(grant.accessToken, signal);
    stopIfAborted(signal);
    return {
      accountId: user.id,
      displayName: user.displayName,
      clientId,
      accessToken: grant.accessToken,
      expiresAt: sentAt + grant.expiresInMs,
      refreshToken: grant.refreshToken,
      scope: grant.scope,
      authorizedAt: grant.authorizedAt,
    };
  }

  /** Before the window opens, and after it closed without a redirect. */
  async function check(
    request: AuthorizationRequest,
    interactive: boolean,
    signal: AbortSignal,
  ): Promise<void> {
    stopIfAborted(signal);
    const transport = transportWith(signal);
    const response = await abortable(
      sendAuthorizeCheck(request, transport),
      transport.signal,
    ).catch(async (cause: unknown) => {
      stopIfAborted(signal);
      const code = (await deps.hasHostAccess()) ? 'oauth/offline' : 'oauth/no-access';
      throw new AppError(code, {}, { cause });
    });
    await readAuthorizeCheck(response, now());
    if (interactive) refuseSkew(readSkew(response));
    stopIfAborted(signal);
  }

  async function launch(
    request: AuthorizationRequest,
    { interactive, onWindow, signal }: AuthorizeOptions,
  ): Promise<string> {
    await waitForSilentFlow(signal);
    const flow = identity.launch(request.url, {
      interactive,
      ...(onWindow ? { onWindow } : {}),
    });
    if (!interactive) silentFlow = flow.catch(() => undefined);
    try {
      return await abortable(flow, signal);
    } catch (cause) {
      stopIfAborted(signal);
      // All browsers say of a window on an error page is that it was closed.
      await check(request, interactive, signal);
      throw new AppError(
        isOtherFlowOpen(cause) ? 'oauth/in-progress' : 'oauth/cancelled',
        {},
        { cause },
      );
    }
  }

  /** Browsers refuse a second flow beside it; whether this one still would is theirs to say. */
  async function waitForSilentFlow(signal: AbortSignal): Promise<void> {
    await abortable(silentFlow, transportWith(signal).signal).catch(() => stopIfAborted(signal));
  }

  async function exchange(
    redirect: ValidatedRedirect,
    interactive: boolean,
    signal: AbortSignal,
  ): Promise<TokenGrant & { refreshToken: string; authorizedAt: number }> {
    const transport = transportWith(signal);
    const { clientId } = redirect.request;
    let skewMs = 0;
    const send = async (): Promise<TokenOutcome> => {
      const response = await sendCodeExchange(redirect, transport);
      skewMs = readSkew(response);
      if (interactive) refuseSkew(skewMs);
      return readTokenResponse(endpoints, clientId, response, now());
    };
    const outcome = await abortable(send(), transport.signal).catch((thrown: unknown) => {
      stopIfAborted(signal);
      if (thrown instanceof AppError) throw thrown;
      return readTokenFailure(thrown);
    });
    return { ...readGrant(outcome, now()), authorizedAt: now() - skewMs };
  }

  async function identifyUser(accessToken: string, signal: AbortSignal) {
    try {
      return await abortable(deps.identify(accessToken), transportWith(signal).signal);
    } catch (cause) {
      stopIfAborted(signal);
      const { code, data } = toErrorRecord(cause);
      throw new AppError(IDENTIFY_FAILURES[code] ?? 'oauth/unavailable', whenToRetry(data), {
        cause,
      });
    }
  }

  /** How far this clock is ahead of the server's, in ms; 0 where it is near enough. */
  function readSkew(response: Response): number {
    const skewMs = readClockSkew(response, now()) ?? 0;
    return Math.abs(skewMs) > TOLERATED_SKEW_MS ? skewMs : 0;
  }

  function transportWith(signal: AbortSignal) {
    const deadline = deps.timeout(TOKEN_REQUEST_DEADLINE_MS);
    return { fetch: deps.fetch, signal: AbortSignal.any([signal, deadline]) };
  }

  return authorize;
}

/** Only where a person is there to set the clock right: a silent renewal takes what it gets. */
function refuseSkew(skewMs: number): void {
  if (skewMs === 0) return;
  const detail = `${Math.round(skewMs / 60_000)} min`;
  throw new AppError('oauth/clock-skew', { detail });
}

/** Spotify answers 403 for somebody who is not on the list of the app's users. */
const IDENTIFY_FAILURES: Readonly<Partial<Record<ErrorCode, ErrorCode>>> = {
  'api/forbidden': 'oauth/not-allowed',
  'api/offline': 'oauth/offline',
  'api/rate-limited': 'oauth/rate-limited',
  'api/quota-exceeded': 'oauth/rate-limited',
};

function whenToRetry({ retryAt }: ErrorData): ErrorData {
  return retryAt === undefined ? {} : { retryAt };
}

function readGrant(outcome: TokenOutcome, now: number): TokenGrant & { refreshToken: string } {
  if (outcome.kind !== 'success') throw refusalOf(outcome, now);
  const { refreshToken } = outcome;
  if (refreshToken) return { ...outcome, refreshToken };
  throw new AppError('oauth/invalid-response', { detail: 'no refresh token' });
}

function refusalOf(outcome: Exclude<TokenOutcome, TokenGrant>, now: number): AppError {
  if (outcome.kind === 'invalid-grant') {
    return new AppError('oauth/invalid-response', { detail: 'invalid_grant' });
  }
  if (outcome.kind === 'rate-limited') return rateLimited(outcome.retryAfterMs, now);
  if (outcome.kind === 'misconfigured') {
    const { detail, status } = outcome;
    return new AppError('oauth/wrong-client', { detail, status });
  }
  const { cause, status } = outcome;
  const code = cause === 'offline' ? 'oauth/offline' : 'oauth/unavailable';
  return new AppError(code, { detail: cause, ...(status === null ? {} : { status }) });
}

function stopIfAborted(signal: AbortSignal): void {
  if (signal.aborted) throw new AppError('oauth/cancelled', {}, { cause: signal.reason });
}

function isOtherFlowOpen(thrown: unknown): boolean {
  return thrown instanceof Error && /only one|at a time|in progress|already/i.test(thrown.message);
}
