/** Makes a new grant lasting, in the one safe order: row, then access token, then alarm. */
import { AppError } from '../domain/app-error.ts';
import type { TokenGrant } from '../oauth/token-outcome.ts';
import type { AccessTokens, HeldToken } from './access-tokens.ts';
import type { Authorized } from './authorize.ts';
import { authorizedRow, refreshed } from './row-changes.ts';
import type { FoundRow, RowHome } from './row-home.ts';
import type { Schedule } from './schedule.ts';
import type { Seal } from './seal.ts';
import type { TokenRow } from './token-row.ts';

/** The caller holds the account's lock. Both reject with AppError `token/unknown-account` when the
 * account was disconnected meanwhile; then nothing is kept. */
export interface Commit {
  /** `sentAt`: UTC ms just before the request, the earliest moment its lifetime can count from. */
  refreshed(
    found: FoundRow,
    grant: TokenGrant & { refreshToken: string },
    sentAt: number,
  ): Promise<HeldToken>;
  authorized(found: FoundRow | null, grant: Authorized): Promise<HeldToken>;
}

interface CommitDeps {
  rows: RowHome;
  tokens: AccessTokens;
  seal: Seal;
  schedule: Schedule;
  now: () => number;
  onChange: () => void;
}

export function createCommit({ rows, tokens, seal, schedule, now, onChange }: CommitDeps): Commit {
  async function keep(
    found: FoundRow | null,
    next: TokenRow,
    token: Omit<HeldToken, 'savedAt'>,
  ): Promise<HeldToken> {
    const written = await rows.write(found, next);
    if (written.kind === 'gone') throw new AppError('token/unknown-account');
    const held = { ...token, savedAt: now() };
    await tokens.set(next.accountId, held);
    await schedule.arm(next.accountId);
    onChange();
    return held;
  }

  return {
    async refreshed(found, { accessToken, expiresInMs, refreshToken, scope }, sentAt) {
      const { accountId } = found.row;
      const generation = found.row.generation + 1;
      const sealed = await seal.seal(refreshToken, { accountId, generation });
      const row = refreshed(found.row, { generation, sealed, scope }, now());
      return keep(found, row, { accessToken, expiresAt: sentAt + expiresInMs });
    },

    async authorized(found, { accessToken, expiresAt, refreshToken, ...grant }) {
      const { accountId, clientId, displayName, scope, authorizedAt } = grant;
      const generation = (found?.row.generation ?? 0) + 1;
      const sealed = await seal.seal(refreshToken, { accountId, generation });
      const row = authorizedRow(
        found?.row ?? null,
        { accountId, clientId, displayName, scope, generation, sealed, authorizedAt },
        now(),
      );
      return keep(found, row, { accessToken, expiresAt });
    },
  };
}
