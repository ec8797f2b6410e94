/** Where Spotify is: fixed when the extension is built, so that permissions and CSP can name it. */
import { z } from './schema.ts';

export interface Endpoints {
  /** No trailing slash. `/authorize` and `/api/token` stand below it. */
  accountsUrl: string;
  /** No trailing slash. `/me` and the rest of the Web API stand below it. */
  apiUrl: string;
  /** The accounts service stands on this machine and speaks plain http; never so in a release. */
  plainHttp: boolean;
  /** A client ID to propose in the options, or null: then the listener brings their own. */
  clientId: string | null;
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

const Url = z.string().check(
  z.refine((text) => {
    if (!URL.canParse(text)) return false;
    const { protocol, hostname, username, password, search, hash } = new URL(text);
    if (username || password || search || hash) return false;
    return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.has(hostname));
  }, 'must be an https URL (http only for loopback addresses)'),
);

const Environment = z.object({
  WXT_SPOTIFY_ACCOUNTS_URL: z._default(Url, 'https://accounts.spotify.com'),
  WXT_SPOTIFY_API_URL: z._default(Url, 'https://api.spotify.com/v1'),
  WXT_SPOTIFY_CLIENT_ID: z.optional(z.string().check(z.trim(), z.minLength(1))),
});

/**
 * Reads the endpoints from build-time variables (`WXT_SPOTIFY_ACCOUNTS_URL`,
 * `WXT_SPOTIFY_API_URL`, `WXT_SPOTIFY_CLIENT_ID`); Spotify's own where they are not set.
 *
 * @throws ZodError when a URL is neither https nor http on a loopback address.
 */
export function readEndpoints(environment: Record<string, unknown>): Endpoints {
  const set = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = z.parse(Environment, set);
  return {
    accountsUrl: parsed.WXT_SPOTIFY_ACCOUNTS_URL.replace(/\/+$/, ''),
    apiUrl: parsed.WXT_SPOTIFY_API_URL.replace(/\/+$/, ''),
    plainHttp: new URL(parsed.WXT_SPOTIFY_ACCOUNTS_URL).protocol === 'http:',
    clientId: parsed.WXT_SPOTIFY_CLIENT_ID ?? null,
  };
}

/** True when the address is this machine itself: the only place where plain http is accepted. */
export function isLoopback(url: string): boolean {
  return LOOPBACK.has(new URL(url).hostname);
}
