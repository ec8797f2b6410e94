/** The vault's alarms: the only clock that wakes a stopped background in time for a refresh. */
import type { Alarms } from '../platform/alarms.ts';
import type { AccessTokens, HeldToken } from './access-tokens.ts';
import { silentRenewalFrom } from './authorization-age.ts';
import { believedNotBefore, believedRetryAt, believedSetAside } from './backoff.ts';
import type { RowHome } from './row-home.ts';
import { isSettled, type TokenRow } from './token-row.ts';
import { marginMs } from './token-freshness.ts';

export type Ring = { purpose: 'refresh' | 'silent-renewal'; accountId: string };

/** No alarm rings sooner: browsers do not allow it, and short-lived tokens would ring all the time. */
const SOONEST_MS = 30_000;
/** Where a store refuses to be read or written. */
const RETRY_MS = 60_000;
const DAY_MS = 86_400_000;
const REFRESH = 'vault.refresh:';
const SILENT = 'vault.silent:';

/** What an alarm of this name is for; null when it is not one of the vault's. */
export function readRing(name: string): Ring | null {
  if (name.startsWith(REFRESH)) {
    return { purpose: 'refresh', accountId: name.slice(REFRESH.length) };
  }
  if (name.startsWith(SILENT)) {
    return { purpose: 'silent-renewal', accountId: name.slice(SILENT.length) };
  }
  return null;
}

/** UTC ms of the next refresh, about five minutes before the token ends; null when none helps. */
export function nextRefreshAt(
  row: TokenRow,
  token: HeldToken | null,
  isHome: boolean,
  now: number,
): number | null {
  if (!isHome) return now + RETRY_MS;
  const waits = [
    now + SOONEST_MS,
    believedNotBefore(row, now) ?? 0,
    believedRetryAt(row, now) ?? 0,
  ];
  if (row.status === 'reauthorize') {
    const isSetAside = row.sealed !== null && row.setAsideUntil !== null;
    return isSetAside ? Math.max(...waits, believedSetAside(row, now) ?? 0) : null;
  }
  const isEnough = token !== null && token.savedAt <= now && isSettled(row);
  return Math.max(...waits, isEnough ? token.expiresAt - marginMs(token) : 0);
}

/** UTC ms of the next attempt to renew without a person: daily from day 150; null when not wanted. */
export function nextSilentRenewalAt(row: TokenRow, now: number): number | null {
  if (row.status !== 'connected') return null;
  const isTried = row.silentTriedAt !== null && row.silentTriedAt <= now;
  const afterTrial = isTried ? row.silentTriedAt! + DAY_MS : 0;
  return Math.max(silentRenewalFrom(row.authorizedAt), afterTrial, now + SOONEST_MS);
}

export interface Schedule {
  /**
   * Sets the account's alarms as its row and token want them now. Rejects where these cannot be read;
   * then an alarm looks again soon.
   */
  arm(accountId: string): Promise<void>;
  clear(accountId: string): Promise<void>;
}

interface ScheduleDeps {
  alarms: Alarms;
  rows: RowHome;
  tokens: AccessTokens;
  /** True before the passphrase is entered: then no alarm would help. */
  isLocked: () => Promise<boolean>;
  now: () => number;
}

export function createSchedule({ alarms, rows, tokens, isLocked, now }: ScheduleDeps): Schedule {
  async function arm(accountId: string): Promise<void> {
    try {
      await armAsRead(accountId);
    } catch (thrown) {
      await set(REFRESH + accountId, now() + RETRY_MS);
      throw thrown;
    }
  }

  async function armAsRead(accountId: string): Promise<void> {
    const found = (await isLocked()) ? null : await rows.read(accountId);
    if (!found) return clear(accountId);
    const [token, isHome] = await Promise.all([tokens.get(accountId), rows.isHome(found)]);
    const at = now();
    await Promise.all([
      set(REFRESH + accountId, nextRefreshAt(found.row, token, isHome, at)),
      set(SILENT + accountId, nextSilentRenewalAt(found.row, at)),
    ]);
  }

  async function set(name: string, at: number | null): Promise<void> {
    await (at === null ? alarms.clear(name) : alarms.set(name, { at }));
  }

  async function clear(accountId: string): Promise<void> {
    await Promise.all([alarms.clear(REFRESH + accountId), alarms.clear(SILENT + accountId)]);
  }

  return { arm, clear };
}
