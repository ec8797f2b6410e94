/** What the outside may see of an account's tokens: a state for the pages, a report for a bug. */
import type { Account } from '../domain/account.ts';
import type { PassphraseState } from '../domain/passphrase.ts';
import type { TokenState } from '../domain/token-state.ts';
import type { HeldToken } from './access-tokens.ts';
import { isRenewalDue, renewBy } from './authorization-age.ts';
import { believedNotBefore } from './backoff.ts';
import type { FoundRow } from './row-home.ts';

export interface TokenFacts {
  account: Account;
  found: FoundRow | null;
  token: HeldToken | null;
  memoryOnly: boolean;
  passphrase: PassphraseState;
  now: number;
}

/** An account without a row is signed out: the browser closed in memory-only mode. */
export function toTokenState(facts: TokenFacts): TokenState {
  const { account, found, token, memoryOnly, passphrase, now } = facts;
  const row = found?.row ?? null;
  const authorizedAt = row?.authorizedAt ?? account.addedAt;
  return {
    accountId: account.id,
    status: passphrase === 'locked' ? 'locked' : (row?.status ?? 'reauthorize'),
    reason: row?.reason ?? null,
    expiresAt: token?.expiresAt ?? null,
    refreshedAt: row?.refreshedAt ?? null,
    authorizedAt,
    renewBy: renewBy(authorizedAt),
    renewalDue: row !== null && isRenewalDue(authorizedAt, now),
    notBefore: row && believedNotBefore(row, now),
    memoryOnly,
    lastError: row?.lastError ?? null,
  };
}

/** Plain JSON for a person to send along; the tokens, sealed or not, are left out by name. */
export function toDiagnostics(
  { found, token, memoryOnly, passphrase }: TokenFacts,
  alarms: Readonly<Record<string, number>>,
): Record<string, unknown> {
  const { sealed, displayName: _name, ...row } = found?.row ?? { sealed: null, displayName: null };
  return {
    row: found ? { ...row, hasRefreshToken: sealed !== null } : null,
    copies: { onDisk: found?.onDisk?.revision, inSession: found?.inSession?.revision },
    accessToken: token && { savedAt: token.savedAt, expiresAt: token.expiresAt },
    memoryOnly,
    passphrase,
    alarms,
  };
}
