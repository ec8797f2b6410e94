/** How far asking Spotify about an account's music has come: what the pages show of it. */
import { AccountId } from './account.ts';
import { DetailCounts } from './detail-plan.ts';
import { z } from './schema.ts';

export const DetailState = z.object({
  accountId: AccountId,
  /**
   * `off`: the setting says so. `working`: something is left to ask, in a minute at the latest.
   * `paused`: something is left, but not before `until`. `done`: all is known that Spotify tells.
   */
  status: z.enum(['off', 'working', 'paused', 'done']),
  /** Why it is paused; null while it is not. */
  reason: z.nullable(
    z.enum(['signed-out', 'offline', 'quota', 'rate-limited', 'daily-limit', 'failing']),
  ),
  /** UTC ms; null while it is not paused, and where nobody knows. */
  until: z.nullable(z.number()),
  /** Null before the history was looked through. */
  counts: z.nullable(DetailCounts),
});
export type DetailState = z.infer<typeof DetailState>;
