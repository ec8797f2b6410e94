import { describe, expect, it } from 'vitest';
import { isLoopback, readEndpoints } from '../../../lib/domain/endpoints.ts';
import { createManifest } from '../../../lib/domain/manifest.ts';

const SPOTIFY = {
  accountsUrl: 'https://accounts.spotify.com',
  apiUrl: 'https://api.spotify.com/v1',
  plainHttp: false,
  clientId: null,
};

describe('the endpoints of a build', () => {
  it("are Spotify's own by default, also for empty variables", () => {
    expect(readEndpoints({})).toEqual(SPOTIFY);
    expect(readEndpoints({ WXT_SPOTIFY_API_URL: '', WXT_SPOTIFY_CLIENT_ID: undefined })).toEqual(
      SPOTIFY,
    );
  });

  it('lose their trailing slash', () => {
    expect(readEndpoints({ WXT_SPOTIFY_API_URL: 'https://api.example/v1/' }).apiUrl).toBe(
      'https://api.example/v1',
    );
  });

  it.each(['http://127.0.0.1:8080/accounts', 'http://localhost:1', 'http://[::1]:2/x'])(
    'may be plain http on this machine: %s',
    (url) => {
      expect(readEndpoints({ WXT_SPOTIFY_ACCOUNTS_URL: url })).toMatchObject({
        accountsUrl: url,
        plainHttp: true,
      });
      expect(isLoopback(url)).toBe(true);
    },
  );

  it.each([
    'http://accounts.spotify.com',
    'http://127.0.0.1.example.com',
    'http://localhost.example.com',
    'ftp://127.0.0.1/',
    'javascript:alert(1)',
    'https://user:password@accounts.spotify.com',
    'https://accounts.spotify.com/?a=b',
    'accounts.spotify.com',
  ])('may not be %s', (url) => {
    expect(() => readEndpoints({ WXT_SPOTIFY_ACCOUNTS_URL: url })).toThrow();
  });
});

describe('the manifest', () => {
  const options = { development: false, version: '1.2.3', chromeKey: 'KEY' } as const;

  it('asks for the two hosts and lets nothing else out', () => {
    const manifest = createManifest({ ...options, browser: 'chrome', endpoints: SPOTIFY });
    expect(manifest.host_permissions).toEqual([
      'https://accounts.spotify.com/*',
      'https://api.spotify.com/*',
    ]);
    expect(manifest.permissions).toEqual(['identity', 'alarms', 'storage', 'unlimitedStorage']);
    expect(manifest.content_security_policy.extension_pages).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; " +
        "img-src 'self' https://i.scdn.co; " +
        'connect-src https://accounts.spotify.com https://api.spotify.com; ' +
        "worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
  });

  it('has a stable id in each browser and is closed to other extensions in Chrome', () => {
    const chrome = createManifest({ ...options, browser: 'chrome', endpoints: SPOTIFY });
    expect(chrome).toMatchObject({ key: 'KEY', externally_connectable: { ids: [] } });
    expect(chrome).not.toHaveProperty('browser_specific_settings');
    const firefox = createManifest({ ...options, browser: 'firefox', endpoints: SPOTIFY });
    expect(firefox).toMatchObject({
      browser_specific_settings: { gecko: { id: 'ostinato@listening.extension' } },
    });
    expect(firefox).not.toHaveProperty('key');
  });

  it('names one host once, without its port, for a stand-in on this machine', () => {
    const endpoints = {
      accountsUrl: 'http://127.0.0.1:4321/accounts',
      apiUrl: 'http://127.0.0.1:4321/v1',
      plainHttp: true,
      clientId: null,
    };
    const manifest = createManifest({ ...options, browser: 'firefox', endpoints });
    expect(manifest.host_permissions).toEqual(['http://127.0.0.1/*']);
    expect(manifest.content_security_policy.extension_pages).toContain(
      'connect-src http://127.0.0.1:4321;',
    );
  });
});
