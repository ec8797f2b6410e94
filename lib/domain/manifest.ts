/** The manifest of both browsers: least permissions, and a policy that lets out two hosts only. */
import { isLoopback, type Endpoints } from './endpoints.ts';

interface ManifestOptions {
  browser: 'chrome' | 'firefox';
  /** The dev server needs a websocket and its own origin for live reload. */
  development: boolean;
  endpoints: Endpoints;
  version: string;
  chromeKey: string;
}

/** Stable, because Firefox derives the redirect URI from it. */
export const GECKO_ID = 'ostinato@listening.extension';

const COVERS = 'https://i.scdn.co';

/** The manifest's part that does not follow from the entrypoints. */
export function createManifest(options: ManifestOptions) {
  const { browser, endpoints } = options;
  return {
    name: '__MSG_extensionName__',
    short_name: 'Ostinato',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    version: options.version,
    permissions: ['identity', 'alarms', 'storage', 'unlimitedStorage'],
    host_permissions: hostPatterns(endpoints),
    content_security_policy: { extension_pages: contentSecurityPolicy(options) },
    action: { default_popup: 'popup.html', default_title: 'Ostinato' },
    icons: { 16: 'icons/16.png', 32: 'icons/32.png', 48: 'icons/48.png', 128: 'icons/128.png' },
    ...(browser === 'chrome'
      ? {
          key: options.chromeKey,
          minimum_chrome_version: '120',
          externally_connectable: { ids: [] },
        }
      : {
          browser_specific_settings: {
            gecko: {
              id: GECKO_ID,
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
            gecko_android: { strict_min_version: '142.0' },
          },
        }),
  };
}

/** Firefox takes no port in a match pattern; without one, both browsers match every port. */
function hostPatterns({ accountsUrl, apiUrl }: Endpoints): string[] {
  const patterns = [accountsUrl, apiUrl].map((url) => {
    const { protocol, hostname } = new URL(url);
    return `${protocol}//${hostname}/*`;
  });
  return [...new Set(patterns)];
}

function contentSecurityPolicy({ endpoints, development }: ManifestOptions): string {
  const accounts = new URL(endpoints.accountsUrl).origin;
  const api = new URL(endpoints.apiUrl).origin;
  // A stand-in on this machine serves its own covers: Spotify's image host does not know them.
  const covers = isLoopback(endpoints.apiUrl) ? [COVERS, api] : [COVERS];
  const live = development ? ['ws://localhost:*', 'http://localhost:*'] : [];
  const directives: Record<string, string[]> = {
    'default-src': ["'none'"],
    'script-src': ["'self'", ...live.slice(1)],
    'style-src': ["'self'", ...(development ? ["'unsafe-inline'", ...live.slice(1)] : [])],
    'img-src': ["'self'", ...covers, ...live.slice(1)],
    'connect-src': [...new Set([accounts, api]), ...live],
    'worker-src': ["'self'"],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'frame-ancestors': ["'none'"],
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}
