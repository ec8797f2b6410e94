/** What a test may switch while the stand-in runs; the defaults are Spotify as it is today. */
import { z } from 'zod';

export const Settings = z.strictObject({
  /** `none`: refreshing returns the same token; `grace`: a new one, the old still works for a while; `strict`: using the old one ends the whole family. */
  rotation: z.enum(['none', 'grace', 'strict']),
  graceSeconds: z.number().nonnegative(),
  /** Without rotation, a refresh answers with no `refresh_token` at all. */
  omitRefreshToken: z.boolean(),
  accessTokenLifetimeSeconds: z.number().int().positive(),
  /** Counted from the authorization, never extended by refreshing. */
  refreshTokenLifetimeDays: z.number().positive(),
  /** popularity, genres, followers, available_markets, preview_url and the like. */
  deprecatedFields: z.boolean(),
  /** False: `/me` and the rest answer 403, as for somebody who is not on the app's list of users. */
  userRegistered: z.boolean(),
  /** False: `display_name` is null. */
  displayNames: z.boolean(),
  /** What artists, albums, tracks and people call themselves instead, by id: anything, as on Spotify. */
  names: z.record(z.string(), z.string()),
  /** Whether `played_at` is the end of a play (usual) or its start (seen at times). */
  playedAt: z.enum(['end', 'start']),
  /** Plays show up in `recently-played` this much later than they ended. */
  arrivalDelayMs: z.number().nonnegative(),
  /** Added to the server's clock: Date header, token expiry, listening. */
  clockOffsetMs: z.number(),
  /** Exact URIs; null accepts what a browser gives an extension. */
  redirectUris: z.array(z.string()).nullable(),
  /** Client IDs that are registered. */
  clientIds: z.array(z.string().regex(/^[0-9a-f]{32}$/)).min(1),
});
export type Settings = z.infer<typeof Settings>;

/** The client ID that is registered from the start. */
export const DEFAULT_CLIENT_ID = '0571a4d10571a4d10571a4d10571a4d1';

export const DEFAULT_SETTINGS: Settings = {
  rotation: 'none',
  graceSeconds: 60,
  omitRefreshToken: true,
  accessTokenLifetimeSeconds: 3600,
  refreshTokenLifetimeDays: 182,
  deprecatedFields: false,
  userRegistered: true,
  displayNames: true,
  names: {},
  playedAt: 'end',
  arrivalDelayMs: 0,
  clockOffsetMs: 0,
  redirectUris: null,
  clientIds: [DEFAULT_CLIENT_ID],
};

const EXTENSION_REDIRECT =
  /^https:\/\/[a-z0-9]+\.(?:chromiumapp\.org|extensions\.allizom\.org)\/[\w/-]*$/;

/** Exact match against the registered list, as Spotify compares. */
export function isRedirectUriRegistered({ redirectUris }: Settings, uri: string): boolean {
  return redirectUris ? redirectUris.includes(uri) : EXTENSION_REDIRECT.test(uri);
}
