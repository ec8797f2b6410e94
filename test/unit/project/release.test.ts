/** Looks at what a person would install: the release build of both browsers, file by file. */
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { KILL_POINT_PATH } from '../../campaign/kill-point.ts';
import { SOAK } from '../../soak/build/soak-messages.ts';
import { LISTENERS } from '../../standin/listeners.ts';
import { DEFAULT_CLIENT_ID } from '../../standin/settings.ts';
import { buildExtension } from '../../support/build-extension.ts';
import type { BrowserName } from '../../support/driver.ts';
import { ROOT } from './source-modules.ts';

const BUILD_TIMEOUT_MS = 120_000;

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' https://i.scdn.co",
  'connect-src https://accounts.spotify.com https://api.spotify.com',
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Everything the extension may do; what is not here it must not ask for. */
const RIGHTS = {
  manifest_version: 3,
  permissions: ['identity', 'alarms', 'storage', 'unlimitedStorage'],
  host_permissions: ['https://accounts.spotify.com/*', 'https://api.spotify.com/*'],
  content_security_policy: { extension_pages: CONTENT_SECURITY_POLICY },
};

/** The keys a manifest may have beside these rights. */
const HARMLESS_KEYS = [
  'action',
  'background',
  'default_locale',
  'description',
  'icons',
  'name',
  'options_ui',
  'short_name',
  'version',
];

/**
 * The only hosts a release may name: Spotify's, the names of XML vocabularies, and two that ky has in
 * a link to its manual and in a request it never sends.
 */
const HOSTS =
  /^(accounts|api|developer|open|www|support)\.spotify\.com$|^i\.scdn\.co$|^www\.w3\.org$|^github\.com$|^empty\.invalid$/;

/** Traces of the stand-in and of tests. */
const TRACES = [
  /127\.0\.0\.1|localhost|\[::1\]/,
  /stand-?in\b/i,
  new RegExp(DEFAULT_CLIENT_ID),
  new RegExp(
    Object.values(LISTENERS)
      .map(({ displayName }) => displayName)
      .join('|'),
  ),
  /vitest|playwright|puppeteer|fakeBrowser|fake-indexeddb|__test/i,
  // The campaign's build has it at every place where its background can be killed.
  new RegExp(KILL_POINT_PATH),
  // The soak's build names by it all that it says and stores.
  new RegExp(SOAK),
];

/** In the sample that people may look around with. */
const INVENTED_SHOW = 'Notes From the Stairwell';

const BROWSERS: { browser: BrowserName; ownKeys: string[] }[] = [
  { browser: 'chromium', ownKeys: ['externally_connectable', 'key', 'minimum_chrome_version'] },
  { browser: 'firefox', ownKeys: ['browser_specific_settings'] },
];

describe.each(BROWSERS)('the release for $browser', ({ browser, ownKeys }) => {
  let folder = '';
  let manifest: Record<string, unknown> = {};

  beforeAll(async () => {
    folder = await buildExtension({ browser, outDir: '.output/test/release' });
    manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  }, BUILD_TIMEOUT_MS);

  test('asks for the least rights and nothing more', () => {
    expect(manifest).toMatchObject(RIGHTS);
    const known = new Set([...Object.keys(RIGHTS), ...HARMLESS_KEYS, ...ownKeys]);
    expect(Object.keys(manifest).filter((key) => !known.has(key))).toEqual([]);
  });

  test('has the pages and the background it needs', () => {
    const files = filesBelow(folder);
    expect(files).toEqual(expect.arrayContaining(['popup.html', 'options.html', 'dashboard.html']));
    expect(manifest).toMatchObject({
      action: { default_popup: 'popup.html' },
      options_ui: { page: 'options.html' },
    });
  });

  test('keeps the first scripts short: no polyfill in the background’s, no library in the popup’s', () => {
    const [background, popup] = ['background.js', 'popup-first.js'].map((name) =>
      readFileSync(join(folder, name), 'utf8'),
    );
    expect(background).not.toContain('webextension-polyfill');
    expect(background?.length).toBeLessThan(4000);
    expect(popup?.length).toBeLessThan(16_000);
  });

  test('holds nothing of the stand-in, and no test hook', () => {
    const found = textsBelow(folder).flatMap(({ path, text }) =>
      TRACES.flatMap((trace) => trace.exec(text)?.map((match) => `${path}: ${match}`) ?? []),
    );
    expect(found).toEqual([]);
  });

  test('names no host but Spotify’s', () => {
    const found = textsBelow(folder).flatMap(({ path, text }) =>
      [...text.matchAll(/\b(?:https?|wss?):\/\/([a-z0-9.-]+\.[a-z]{2,})/gi)]
        .map((match) => match[1]?.toLowerCase() ?? '')
        .filter((host) => !HOSTS.test(host))
        .map((host) => `${path}: ${host}`),
    );
    expect(found).toEqual([]);
  });

  test('brings invented music to the importing worker alone', () => {
    const found = textsBelow(folder).filter(({ text }) => text.includes(INVENTED_SHOW));
    expect(found.map(({ path }) => path)).toEqual([
      expect.stringMatching(/^assets\/import\.worker-.*\.js$/),
    ]);
  });

  test('makes no code from text', () => {
    const found = textsBelow(folder).flatMap(({ path, text }) =>
      /\beval\(|\bnew Function\(/.test(text) ? [path] : [],
    );
    expect(found).toEqual([]);
  });

  test('carries no source map', () => {
    expect(filesBelow(folder).filter((path) => path.endsWith('.map'))).toEqual([]);
  });
});

describe('the manifest', () => {
  test('keeps every other extension out of Chromium, and its id stable', () => {
    const manifest = manifestOf('chrome');
    expect(manifest['externally_connectable']).toEqual({ ids: [] });
    expect(manifest['key']).toMatch(/^MIIB/);
  });

  test('declares for Firefox a stable id and that nothing is collected', () => {
    expect(manifestOf('firefox')['browser_specific_settings']).toMatchObject({
      gecko: {
        id: 'ostinato@listening.extension',
        data_collection_permissions: { required: ['none'] },
      },
    });
  });

  test('passes web-ext lint with no error and no warning', { timeout: 60_000 }, async () => {
    const lint = join(ROOT, 'node_modules', 'web-ext', 'bin', 'web-ext.js');
    const source = join(ROOT, '.output/test/release/firefox-mv3');
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [lint, 'lint', '--source-dir', source, '--output', 'json', '--no-config-discovery'],
      { env: { ...process.env, NO_UPDATE_NOTIFIER: '1' } },
    ).catch((error: { stdout: string }) => error);
    const { errors, warnings } = JSON.parse(stdout) as Record<string, unknown[]>;
    expect({ errors, warnings }).toEqual({ errors: [], warnings: [] });
  });
});

function manifestOf(target: 'chrome' | 'firefox'): Record<string, unknown> {
  const folder = join(ROOT, '.output/test/release', `${target}-mv3`);
  return JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    statSync(join(folder, path)).isFile(),
  );
}

function textsBelow(folder: string): { path: string; text: string }[] {
  return filesBelow(folder)
    .filter((path) => !/\.(png|woff2|wasm)$/.test(path))
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
}
