/** The vault as the background sees it: sign-in, access tokens, and nothing that is secret for long. */
import type { Account } from '../domain/account.ts';
import { AppError } from '../domain/app-error.ts';
import type { Endpoints } from '../domain/endpoints.ts';
import type { PassphraseState } from '../domain/passphrase.ts';
import type { AccessToken, TokenState } from '../domain/token-state.ts';
import type { Fetch } from '../oauth/server.ts';
import type { Alarms } from '../platform/alarms.ts';
import type { Identity } from '../platform/identity.ts';
import type { KeepAlive } from '../platform/keep-alive.ts';
import type { KeyValueArea } from '../platform/key-value.ts';
import type { StoredItem } from '../platform/stored-item.ts';
import { createAccessTokens } from './access-tokens.ts';
import { createAccountLocks, type Locks } from './account-lock.ts';
import { createAccountList } from './account-list.ts';
import { createAuthorize } from './authorize.ts';
import { createCommit } from './commit.ts';
import { createDailyRenewal } from './daily-renewal.ts';
import type { VaultDatabase } from './database.ts';
import { createDisconnect } from './disconnect.ts';
import { createFlowGate } from './flow-gate.ts';
import { createKeyRing } from './key-ring.ts';
import { createLifecycle } from './lifecycle.ts';
import { createMemoryOnly } from './memory-only.ts';
import { createPassphraseLock, type PassphraseLock } from './passphrase.ts';
import { ITERATIONS } from './passphrase-record.ts';
import { createRefresh } from './refresh.ts';
import { createRowHome } from './row-home.ts';
import { createSchedule, readRing } from './schedule.ts';
import { createSeal } from './seal.ts';
import { createSessionRows } from './session-rows.ts';
import { createSignIn, type SignInRequest } from './sign-in.ts';
import { createSilentRenewal } from './silent-renewal.ts';
import { createRefresher } from './single-flight.ts';
import { isFresh } from './token-freshness.ts';
import type { RowStore } from './token-row.ts';
import { toDiagnostics, toTokenState, type TokenFacts } from './token-view.ts';

export interface VaultDeps {
  endpoints: Endpoints;
  /** Rows on disk: `createDiskRows(database)`. */
  rows: RowStore;
  /** Holds the key rows are sealed with, beside the rows. */
  database: VaultDatabase;
  /** How hard a passphrase is to guess; as recommended where it is left out. */
  iterations?: number;
  /** storage.session: access tokens, notes, and rows in memory-only mode. */
  session: KeyValueArea;
  /** storage.local: notes that must outlive the browser; nothing secret. */
  local: KeyValueArea;
  accounts: StoredItem<Account[]>;
  identity: Identity;
  /** Whose token this is, from the Web API; fails with `api/…` codes. */
  identify: (accessToken: string) => Promise<{ id: string; displayName: string | null }>;
  alarms: Alarms;
  keepAlive: KeepAlive;
  /** `navigator.locks`. */
  locks: Locks;
  fetch: Fetch;
  /** Whether the browser lets the extension reach Spotify. */
  hasHostAccess: () => Promise<boolean>;
  /** The setting `memoryOnlyTokens`. */
  memoryOnly: () => Promise<boolean>;
  /** After every change of an account's state, and when a sign-in begins or ends. */
  onChange: () => void;
  now: () => number;
  random: () => number;
  wait: (ms: number) => Promise<void>;
  /** `AbortSignal.timeout`. */
  timeout: (ms: number) => AbortSignal;
}

export interface Vault {
  /**
   * An access token with more than five minutes left (or half its life, if it lives less than ten).
   * `rejected` is a token the Web API answered 401 to: then another one, refreshed unless somebody
   * already did. `insists`: a person asked, which ends our own back-off (never a wait that Spotify
   * named). Fails with `token/…` codes.
   */
  getAccessToken(
    accountId: string,
    options?: { rejected?: string; insists?: boolean },
  ): Promise<AccessToken>;
  /** Refreshes whatever time is left, and ends our own back-off. Fails with `token/…` codes. */
  refreshNow(accountId: string): Promise<TokenState>;
  /** @throws AppError `token/unknown-account` */
  state(accountId: string): Promise<TokenState>;
  states(): Promise<TokenState[]>;
  accounts(): Promise<Account[]>;
  /** Answers with the account's id when the sign-in is stored. Fails with `oauth/…` codes. */
  signIn(request: SignInRequest): Promise<string>;
  /** Closes the sign-in window, if one is open; the sign-in fails with `oauth/cancelled`. */
  cancelSignIn(): Promise<void>;
  isSigningIn(): boolean;
  /** Deletes the account's tokens everywhere at once and takes it off the list. */
  disconnect(accountId: string): Promise<void>;
  /**
   * Brings the tokens where the setting wants them; call it when the setting has been saved. All that
   * can be moved are; then it rejects with the first failure, `token/not-stored` when the disk refused
   * a token: that one stays in memory, its state says so, and an alarm tries again.
   */
  moveTokens(): Promise<void>;
  /** Before memory-only mode is turned off: from then on the setting alone decides. */
  releaseTokens(): Promise<void>;
  /**
   * At every start of the background: completes what an earlier one began, arms the alarms, resolves
   * requests of unknown outcome. That may take a minute: do not await it before answering messages.
   */
  start(): Promise<void>;
  /** Answers whether the alarm is one of the vault's; what goes wrong stands in the state. */
  handleAlarm(name: string): Promise<boolean>;
  /** Whether a passphrase is set, and entered. */
  passphraseState(): Promise<PassphraseState>;
  passphrase: PassphraseLock;
  /** Once the passphrase is entered or forgotten, as at a start: may take a minute. */
  resume(): Promise<void>;
  /** Plain JSON without any token. */
  diagnostics(accountId: string): Promise<Record<string, unknown>>;
}

export function createVault(given: VaultDeps): Vault {
  const memory = createMemoryOnly(given.memoryOnly, given.session);
  const deps = { ...given, memoryOnly: () => memory.isOn() };
  const { session, database, keepAlive, alarms, memoryOnly, now, onChange } = deps;

  const locks = createAccountLocks(deps.locks);
  const ring = createKeyRing(database, session);
  const isLocked = async () => (await ring.state()) === 'locked';
  const tokens = createAccessTokens(session);
  const accounts = createAccountList(deps.accounts);
  const rows = createRowHome({
    disk: deps.rows,
    session: createSessionRows(session),
    memoryOnly,
    now,
  });
  const seal = createSeal(ring.key);
  const schedule = createSchedule({ alarms, rows, tokens, isLocked, now });
  const commit = createCommit({ rows, tokens, seal, schedule, now, onChange });
  const gate = createFlowGate();
  const authorize = createAuthorize(deps);
  const renewSilently = createSilentRenewal({ authorize, gate, timeout: deps.timeout });
  const refresh = createRefresh({
    ...deps,
    rows,
    tokens,
    seal,
    schedule,
    commit,
    renewSilently,
    isLocked,
    // One that is being disconnected is in the list to the last: its row is not lost, but gone.
    findAccount: async (accountId) =>
      (await disconnect.isUnderWay(accountId)) ? null : accounts.find(accountId),
  });
  const refresher = createRefresher({ refresh, tokens, locks, keepAlive });
  const renewDaily = createDailyRenewal({ rows, commit, renewSilently, locks, keepAlive, now });
  const disconnect = createDisconnect({
    ...deps,
    rows,
    tokens,
    schedule,
    refresher,
    accounts,
    locks,
  });
  const signIn = createSignIn({
    ...deps,
    authorize,
    gate,
    accounts,
    rows,
    commit,
    disconnect,
    isLocked,
    locks,
  });
  const lifecycle = createLifecycle({
    ...deps,
    rows,
    schedule,
    refresher,
    renewDaily,
    signIn,
    disconnect,
    accounts,
    isLocked,
    locks,
    memory,
  });
  const passphrase = createPassphraseLock({
    ...deps,
    ring,
    rows,
    iterations: deps.iterations ?? ITERATIONS,
  });

  async function getAccessToken(
    accountId: string,
    { rejected, insists = false }: { rejected?: string; insists?: boolean } = {},
  ): Promise<AccessToken> {
    const token = await refresher.obtain(accountId, {
      accepts: (held) => isFresh(held, now()) && held.accessToken !== rejected,
      insists,
    });
    return { accessToken: token.accessToken, expiresAt: token.expiresAt };
  }

  async function refreshNow(accountId: string): Promise<TokenState> {
    await refresher.obtain(accountId, { accepts: () => false, insists: true });
    return state(accountId);
  }

  async function state(accountId: string): Promise<TokenState> {
    return toTokenState(await facts(accountId));
  }

  async function facts(accountId: string): Promise<TokenFacts> {
    const account = await accounts.find(accountId);
    if (!account) throw new AppError('token/unknown-account');
    const [found, token] = await Promise.all([rows.read(accountId), tokens.get(accountId)]);
    return {
      account,
      found,
      token,
      memoryOnly: await memoryOnly(),
      passphrase: await ring.state(),
      now: now(),
    };
  }

  async function states(): Promise<TokenState[]> {
    return Promise.all((await accounts.all()).map(({ id }) => state(id)));
  }

  async function diagnostics(accountId: string): Promise<Record<string, unknown>> {
    const rings = [...(await alarms.all())].filter(
      ([name]) => readRing(name)?.accountId === accountId,
    );
    return toDiagnostics(await facts(accountId), Object.fromEntries(rings));
  }

  return {
    getAccessToken,
    refreshNow,
    state,
    states,
    accounts: () => accounts.all(),
    signIn: (request) => signIn.signIn(request),
    cancelSignIn: () => signIn.cancel(),
    isSigningIn: () => signIn.isRunning(),
    disconnect: (accountId) => disconnect.disconnect(accountId),
    moveTokens: () => lifecycle.moveTokens(),
    releaseTokens: () => memory.release(),
    start: () => lifecycle.start(),
    handleAlarm: (name) => lifecycle.handleAlarm(name),
    passphraseState: () => ring.state(),
    passphrase,
    resume: () => lifecycle.resumeAll(),
    diagnostics,
  };
}
