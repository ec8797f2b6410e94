/** Access tokens in storage.session: they survive the background's death and never touch the disk. */
import { z } from '../domain/schema.ts';
import type { KeyValueArea } from '../platform/key-value.ts';

/** Times are UTC ms by this computer's clock. */
export const HeldToken = z.object({
  accessToken: z.string(),
  expiresAt: z.number(),
  savedAt: z.number(),
});
export type HeldToken = z.infer<typeof HeldToken>;

export interface AccessTokens {
  get(accountId: string): Promise<HeldToken | null>;
  set(accountId: string, token: HeldToken): Promise<void>;
  remove(accountId: string): Promise<void>;
}

const PREFIX = 'vault.access:';
const MARGIN_MS = 5 * 60_000;

export function createAccessTokens(session: KeyValueArea): AccessTokens {
  return {
    async get(accountId) {
      const parsed = z.safeParse(HeldToken, await session.get(PREFIX + accountId));
      return parsed.success ? parsed.data : null;
    },
    set: (accountId, token) => session.set(PREFIX + accountId, token),
    remove: (accountId) => session.remove(PREFIX + accountId),
  };
}

/**
 * How long before its end a token is given up, in ms: five minutes, but never more than half of its
 * life, or a short-lived one could not be used at all.
 */
export function marginMs({ expiresAt, savedAt }: HeldToken): number {
  return Math.min(MARGIN_MS, Math.max(0, expiresAt - savedAt) / 2);
}

/** Enough time left, and saved in the past: after a clock set back, nobody knows when it ends. */
export function isFresh(token: HeldToken, now: number): boolean {
  return token.savedAt <= now && token.expiresAt - now > marginMs(token);
}
