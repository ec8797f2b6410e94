/** Access tokens in storage.session: they survive the background's death and never touch the disk. */
import { z } from '../domain/schema.ts';
import type { KeyValueArea } from '../platform/key-value.ts';
import { accessTokenKey } from './token-freshness.ts';

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

export function createAccessTokens(session: KeyValueArea): AccessTokens {
  return {
    async get(accountId) {
      const parsed = z.safeParse(HeldToken, await session.get(accessTokenKey(accountId)));
      return parsed.success ? parsed.data : null;
    },
    set: (accountId, token) => session.set(accessTokenKey(accountId), token),
    remove: (accountId) => session.remove(accessTokenKey(accountId)),
  };
}
