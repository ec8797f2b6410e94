/** What each outcome does to a row: pure steps from one row to the next, nothing stored here. */
import type { Account } from '../domain/account.ts';
import { AppError, toErrorRecord, type ReauthorizeReason } from '../domain/app-error.ts';
import { TOKEN_REQUEST_DEADLINE_MS } from '../oauth/server.ts';
import type { TokenOutcome } from '../oauth/token-outcome.ts';
import { isPastAge } from './authorization-age.ts';
import {
  backoffMs,
  believedRetryAfterMs,
  MISCONFIGURED_RETRY_MS,
  SET_ASIDE_MS,
} from './backoff.ts';
import type { SealedToken, TokenRow } from './token-row.ts';

/** The moment and the chance a change is made with. */
export interface Circumstances {
  now: number;
  random: () => number;
}

type OutcomeOf<K extends TokenOutcome['kind']> = Extract<TokenOutcome, { kind: K }>;

/** A clean bill: what a success leaves of everything that went wrong before. */
const HEALTHY = {
  intent: null,
  outcomeUnknown: false,
  status: 'connected',
  reason: null,
  notBefore: null,
  retryAt: null,
  failures: 0,
  setAsideUntil: null,
  lastError: null,
} as const satisfies Partial<TokenRow>;

/** A person has just signed in, or the browser has on their behalf. */
export function authorizedRow(
  previous: TokenRow | null,
  grant: Pick<TokenRow, 'accountId' | 'clientId' | 'displayName' | 'scope'> & {
    generation: number;
    sealed: SealedToken;
    authorizedAt: number;
  },
  now: number,
): TokenRow {
  return {
    ...HEALTHY,
    ...grant,
    revision: previous?.revision ?? 0,
    refreshedAt: now,
    silentTriedAt: null,
  };
}

/** Written ahead of a request. An intent found here is one whose outcome nobody knows. */
export function withIntent(row: TokenRow, now: number): TokenRow {
  return {
    ...row,
    intent: { startedAt: now, deadlineAt: now + TOKEN_REQUEST_DEADLINE_MS },
    outcomeUnknown: row.outcomeUnknown || row.intent !== null,
  };
}

/** The next generation, with the token it is sealed with. */
export function refreshed(
  row: TokenRow,
  next: { generation: number; sealed: SealedToken; scope: string | null },
  now: number,
): TokenRow {
  return { ...row, ...HEALTHY, ...next, scope: next.scope ?? row.scope, refreshedAt: now };
}

export function rateLimited(
  row: TokenRow,
  { retryAfterMs }: OutcomeOf<'rate-limited'>,
  { now, random }: Circumstances,
): TokenRow {
  const failures = row.failures + 1;
  const waitMs =
    retryAfterMs === null ? backoffMs(failures, random) : believedRetryAfterMs(retryAfterMs);
  const retryAt = now + waitMs;
  const error = new AppError('token/rate-limited', { retryAt, status: 429 });
  return { ...failed(row, error, now), intent: null, notBefore: retryAt, failures };
}

/** Keeps the intent: the request may have been carried out. */
export function unavailable(
  row: TokenRow,
  { cause, status }: OutcomeOf<'unavailable'>,
  { now, random }: Circumstances,
): TokenRow {
  const failures = row.failures + 1;
  const retryAt = now + backoffMs(failures, random);
  const error = new AppError('token/unavailable', {
    retryAt,
    detail: cause,
    ...(status === null ? {} : { status }),
  });
  return { ...failed(row, error, now), retryAt, failures };
}

/** Keeps the token: it is not what is wrong. */
export function misconfigured(
  row: TokenRow,
  { detail, status }: OutcomeOf<'misconfigured'>,
  { now }: Circumstances,
): TokenRow {
  const retryAt = now + MISCONFIGURED_RETRY_MS;
  const error = new AppError('token/misconfigured', { retryAt, detail, status });
  // A token set aside stays so: this answer says nothing about it.
  const next = { ...failed(row, error, now), intent: null, retryAt, failures: row.failures + 1 };
  return row.status === 'reauthorize' ? next : { ...next, status: 'misconfigured' };
}

/** `invalid_grant`, while nobody can say yet whether the browser could renew it without a person. */
export function renewalPostponed(row: TokenRow, circumstances: Circumstances): TokenRow {
  const outcome = { kind: 'unavailable', cause: 'offline', status: null } as const;
  return { ...unavailable(row, outcome, circumstances), intent: null };
}

/** `invalid_grant` the first time sets the token aside; the second time destroys it. */
export function refused(row: TokenRow, now: number): TokenRow {
  const isSecondTime = row.status === 'reauthorize';
  const reason = isSecondTime ? row.reason : reasonOf(row, now);
  const error = new AppError('token/reauthorize', reason === null ? {} : { reason });
  return {
    ...failed(row, error, now),
    intent: null,
    status: 'reauthorize',
    reason,
    retryAt: null,
    failures: 0,
    sealed: isSecondTime ? null : row.sealed,
    setAsideUntil: isSecondTime ? null : now + SET_ASIDE_MS,
    silentTriedAt: now,
  };
}

/** There is nothing to send: the token is lost, or its seal does not open. */
export function tokenLost(row: TokenRow, now: number): TokenRow {
  const error = new AppError('token/reauthorize', { detail: 'the stored token cannot be read' });
  return {
    ...failed(row, error, now),
    intent: null,
    status: 'reauthorize',
    retryAt: null,
    setAsideUntil: null,
    silentTriedAt: now,
  };
}

/** The disk refused even the intent: nothing was sent, so that the token it has stays the good one. */
export function notSent(row: TokenRow, { now, random }: Circumstances): TokenRow {
  const failures = row.failures + 1;
  return { ...row, failures, retryAt: now + backoffMs(failures, random) };
}

/** An account in the list whose row is lost: nothing to try, but a state to show. */
export function placeholderRow(account: Account, now: number): TokenRow {
  const row: TokenRow = {
    ...HEALTHY,
    accountId: account.id,
    clientId: account.clientId,
    displayName: account.displayName,
    revision: 0,
    generation: 0,
    sealed: null,
    scope: null,
    authorizedAt: account.addedAt,
    refreshedAt: account.addedAt,
    silentTriedAt: null,
  };
  return tokenLost(row, now);
}

function failed(row: TokenRow, error: AppError, now: number): TokenRow {
  return { ...row, lastError: { at: now, error: toErrorRecord(error) } };
}

function reasonOf(row: TokenRow, now: number): ReauthorizeReason {
  if (isPastAge(row.authorizedAt, now)) return 'expired-after-six-months';
  return row.outcomeUnknown ? 'rotation-lost' : 'revoked';
}
