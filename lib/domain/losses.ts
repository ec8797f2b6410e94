/** What the browser has lost by itself: a store that was full and came back empty. */
import { z } from './schema.ts';

/** UTC ms of noticing it; null when nothing is missing, or when the person has put it away. */
export const Losses = z.object({
  /** All listening. */
  history: z.nullable(z.number()),
  /** Settings, names of accounts, when was synced. */
  settings: z.nullable(z.number()),
  /** The passphrase that sign-ins were locked with; they are gone with it. */
  passphrase: z._default(z.nullable(z.number()), null),
});
export type Losses = z.infer<typeof Losses>;

export const NOTHING_LOST: Losses = { history: null, settings: null, passphrase: null };
