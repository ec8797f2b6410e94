/** When an access token is good enough to be handed out; known before any schema is built. */
import type { AccessToken } from '../domain/token-state.ts';

/** Of a token; UTC ms by this computer's clock. */
interface Life {
  expiresAt: number;
  savedAt: number;
}

const PREFIX = 'vault.access:';
const MARGIN_MS = 5 * 60_000;

/** Where in session storage the token of an account is. */
export function accessTokenKey(accountId: string): string {
  return PREFIX + accountId;
}

/**
 * How long before its end a token is given up, in ms: five minutes, but never more than half of its
 * life, or a short-lived one could not be used at all.
 */
export function marginMs({ expiresAt, savedAt }: Life): number {
  return Math.min(MARGIN_MS, Math.max(0, expiresAt - savedAt) / 2);
}

/** Enough time left, and saved in the past: after a clock set back, nobody knows when it ends. */
export function isFresh(token: Life, now: number): boolean {
  return token.savedAt <= now && token.expiresAt - now > marginMs(token);
}

/**
 * Looks for a token that `getAccessToken` of the vault would hand out as it is, with nothing of the
 * vault but session storage. Null for anything else: then the vault must be asked.
 */
export function createTokenPeek({
  readSession,
  now,
}: {
  /** Of `storage.session`. */
  readSession: (key: string) => Promise<unknown>;
  now: () => number;
}): (accountId: string) => Promise<AccessToken | null> {
  return async (accountId) => {
    const held = await readSession(accessTokenKey(accountId));
    if (!isHeld(held) || !isFresh(held, now())) return null;
    return { accessToken: held.accessToken, expiresAt: held.expiresAt };
  };
}

/** What the schema of `HeldToken` says, by hand: to build schemas takes longer than to answer. */
function isHeld(value: unknown): value is Life & { accessToken: string } {
  if (typeof value !== 'object' || value === null) return false;
  if (!('accessToken' in value && 'expiresAt' in value && 'savedAt' in value)) return false;
  const { accessToken, expiresAt, savedAt } = value;
  return typeof accessToken === 'string' && Number.isFinite(expiresAt) && Number.isFinite(savedAt);
}
