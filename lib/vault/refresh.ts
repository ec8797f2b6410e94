/**
 * The refresh, step by step: what keeps a person from ever having to sign in again. The order of the
 * steps is the promise; each comment says what would be lost without it.
 */
import type { Account } from '../domain/account.ts';
import { AppError, fromErrorRecord } from '../domain/app-error.ts';
import type { Endpoints } from '../domain/endpoints.ts';
import { TOKEN_REQUEST_DEADLINE_MS, type Fetch } from '../oauth/server.ts';
import { readTokenFailure, readTokenResponse } from '../oauth/token-outcome.ts';
import type { TokenOutcome } from '../oauth/token-outcome.ts';
import { sendRefresh } from '../oauth/token-requests.ts';
import { abortable } from './abortable.ts';
import type { AccessTokens, HeldToken } from './access-tokens.ts';
import { believedNotBefore, believedRetryAt, believedSetAside } from './backoff.ts';
import type { Commit } from './commit.ts';
import * as change from './row-changes.ts';
import type { FoundRow, RowHome } from './row-home.ts';
import type { Schedule } from './schedule.ts';
import type { Seal } from './seal.ts';
import type { RenewSilently } from './silent-renewal.ts';
import type { TokenRow } from './token-row.ts';

/** What the caller would be content with. */
export interface Wish {
  accepts(token: HeldToken): boolean;
  /** A person asks: ends our own back-off, never a wait that Spotify named. */
  insists: boolean;
}

/** A token, and whether it came from Spotify just now. */
export interface Refreshed {
  token: HeldToken;
  isNew: boolean;
}

/** Runs while the account's lock is held. */
export type RefreshUnderLock = (
  accountId: string,
  wish: Wish,
  signal: AbortSignal,
) => Promise<Refreshed>;

export interface RefreshDeps {
  endpoints: Endpoints;
  fetch: Fetch;
  now: () => number;
  random: () => number;
  wait: (ms: number) => Promise<void>;
  timeout: (ms: number) => AbortSignal;
  rows: RowHome;
  tokens: AccessTokens;
  seal: Seal;
  schedule: Schedule;
  commit: Commit;
  renewSilently: RenewSilently;
  findAccount: (accountId: string) => Promise<Account | null>;
  memoryOnly: () => Promise<boolean>;
  /** True before the passphrase is entered. */
  isLocked: () => Promise<boolean>;
  onChange: () => void;
}

/** After so many failures in a row the person is told, even if nobody knows for sure. */
const PATIENCE = 8;

/**
 * The function rejects with AppError `token/unknown-account`, `token/reauthorize`,
 * `token/rate-limited`, `token/unavailable`, `token/misconfigured` or `token/not-stored`; the row
 * then says the same. With `token/locked` the row is not touched. Once `signal` is aborted nothing more is kept.
 */
export function createRefresh(deps: RefreshDeps): RefreshUnderLock {
  const { rows, tokens, now } = deps;

  async function refresh(accountId: string, wish: Wish, signal: AbortSignal): Promise<Refreshed> {
    // 2. Read again inside the lock: another background may have refreshed while this one waited.
    const held = await tokens.get(accountId);
    if (held && wish.accepts(held)) return { token: held, isNew: false };
    // Nothing could be opened, and nothing new be kept: the row stays as it is.
    if (await deps.isLocked()) throw new AppError('token/locked');
    const found = await rows.read(accountId);
    if (!found) return revive(accountId, signal);
    // 3.
    refuseBeforeItsTime(found.row, wish.insists, now());
    const refreshToken = await deps.seal.open(found.row);
    if (refreshToken === null) return renewOr(change.tokenLost, found, signal);
    // 4. The request whose outcome nobody knows may still be on its way: two at a time would make a
    // rotating server revoke both.
    await settleLeftover(found.row, signal);
    // 5. Without the intent on disk, a crash now would leave no trace of this request.
    const asking = await writeAhead(found);
    signal.throwIfAborted();
    // 6.
    const sentAt = now();
    const outcome = await ask(asking.row.clientId, refreshToken, signal);
    signal.throwIfAborted();
    // 7.
    if (outcome.kind === 'success') {
      const grant = { ...outcome, refreshToken: outcome.refreshToken ?? refreshToken };
      return { token: await deps.commit.refreshed(asking, grant, sentAt), isNew: true };
    }
    // 9. The row is read again: a newer generation means the refused token was an old one.
    if (outcome.kind === 'invalid-grant') {
      const current = await rows.read(accountId);
      if (!current) throw new AppError('token/unknown-account');
      if (current.row.generation > asking.row.generation) return refresh(accountId, wish, signal);
      return renewOr(change.refused, current, signal);
    }
    return fail(asking, changeFor(asking.row, outcome));
  }

  async function settleLeftover({ intent }: TokenRow, signal: AbortSignal): Promise<void> {
    if (!intent) return;
    const remainingMs = Math.min(intent.deadlineAt - now(), TOKEN_REQUEST_DEADLINE_MS);
    if (remainingMs > 0) await abortable(deps.wait(remainingMs), signal);
  }

  async function writeAhead(found: FoundRow): Promise<FoundRow> {
    const written = await rows.write(found, change.withIntent(found.row, now()));
    if (written.kind === 'gone') throw new AppError('token/unknown-account');
    if (written.kind === 'stored') return written.found;
    // The disk refuses rows. While it has the token itself, nothing is sent: the answer's token could
    // not be stored either, and the one on disk might be dead by then.
    if (found.onDisk?.generation !== found.row.generation) return written.found;
    return fail(written.found, change.notSent(found.row, circumstances()));
  }

  async function ask(
    clientId: string,
    refreshToken: string,
    aborted: AbortSignal,
  ): Promise<TokenOutcome> {
    const signal = AbortSignal.any([aborted, deps.timeout(TOKEN_REQUEST_DEADLINE_MS)]);
    const transport = { fetch: deps.fetch, signal };
    const send = async () => {
      const response = await sendRefresh(deps.endpoints, { clientId, refreshToken }, transport);
      return readTokenResponse(deps.endpoints, clientId, response, now());
    };
    return abortable(send(), signal).catch(readTokenFailure);
  }

  function changeFor(
    row: TokenRow,
    outcome: Exclude<TokenOutcome, { kind: 'success' | 'invalid-grant' }>,
  ): TokenRow {
    if (outcome.kind === 'rate-limited') return change.rateLimited(row, outcome, circumstances());
    if (outcome.kind === 'unavailable') return change.unavailable(row, outcome, circumstances());
    return change.misconfigured(row, outcome, circumstances());
  }

  /** The token is of no use: one silent attempt to get another, before a person is asked. */
  async function renewOr(
    giveUp: (row: TokenRow, now: number) => TokenRow,
    found: FoundRow,
    signal: AbortSignal,
  ): Promise<Refreshed> {
    const renewal = await deps.renewSilently(found.row, signal);
    signal.throwIfAborted();
    if (renewal.kind === 'renewed') {
      return { token: await deps.commit.authorized(found, renewal.grant), isNew: true };
    }
    if (renewal.kind === 'later' && found.row.failures < PATIENCE) {
      return fail(found, change.renewalPostponed(found.row, circumstances()));
    }
    return fail(found, giveUp(found.row, now()));
  }

  /** An account in the list without a row: its store was lost, unless it was memory that forgot. */
  async function revive(accountId: string, signal: AbortSignal): Promise<Refreshed> {
    const account = await deps.findAccount(accountId);
    if (!account) throw new AppError('token/unknown-account');
    if (await deps.memoryOnly()) throw new AppError('token/reauthorize');
    const { clientId } = account;
    const renewal = await deps.renewSilently({ accountId, clientId }, signal);
    signal.throwIfAborted();
    if (renewal.kind === 'renewed') {
      return { token: await deps.commit.authorized(null, renewal.grant), isNew: true };
    }
    if (renewal.kind === 'later') throw new AppError('token/unavailable');
    return fail(null, change.placeholderRow(account, now()));
  }

  /** Writes down what went wrong, plans the next attempt, and throws it. */
  async function fail(found: FoundRow | null, next: TokenRow): Promise<never> {
    const written = await rows.write(found, next);
    if (written.kind === 'gone') throw new AppError('token/unknown-account');
    await deps.schedule.arm(next.accountId);
    deps.onChange();
    throw lastErrorOf(written.found.row);
  }

  function circumstances(): change.Circumstances {
    return { now: now(), random: deps.random };
  }

  return refresh;
}

function refuseBeforeItsTime(row: TokenRow, insists: boolean, now: number): void {
  if (row.status === 'reauthorize') {
    const isSetAside = row.sealed !== null && row.setAsideUntil !== null;
    if (!isSetAside || believedSetAside(row, now) !== null) {
      throw new AppError('token/reauthorize', row.reason === null ? {} : { reason: row.reason });
    }
  }
  const notBefore = believedNotBefore(row, now);
  if (notBefore !== null) throw new AppError('token/rate-limited', { retryAt: notBefore });
  if (!insists && believedRetryAt(row, now) !== null) throw lastErrorOf(row);
}

function lastErrorOf({ lastError, retryAt }: TokenRow): AppError {
  if (!lastError) return new AppError('token/unavailable');
  const { code, data } = lastError.error;
  return fromErrorRecord({ code, data: retryAt === null ? data : { ...data, retryAt } });
}
