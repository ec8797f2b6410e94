/** Who listens: one entry per Spotify account, kept apart from each other in everything. */
import { z } from './schema.ts';

/** Spotify's immutable `account_id`. */
export const AccountId = z.string().check(z.minLength(1), z.maxLength(200));
export type AccountId = z.infer<typeof AccountId>;

/** Stands in storage.local: the pages may read it, so it holds no secret. */
export const Account = z.object({
  id: AccountId,
  /** May be null at Spotify; then the pages show a neutral name. */
  displayName: z.nullable(z.string()),
  /** The listener's own app at Spotify, kept with the account. */
  clientId: z.string(),
  /** UTC ms of the first sign-in here. */
  addedAt: z.number(),
});
export type Account = z.infer<typeof Account>;

const CLIENT_ID = /^[0-9a-f]{32}$/;

/** Trims and lower-cases what a person pasted; null when it is not 32 hexadecimal digits. */
export function parseClientId(text: string): string | null {
  const trimmed = text.trim().toLowerCase();
  return CLIENT_ID.test(trimmed) ? trimmed : null;
}
