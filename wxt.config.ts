import { defineConfig } from 'wxt';
import { existsSync } from 'node:fs';
import type { Plugin } from 'vite';
import { createManifest } from './lib/domain/manifest.ts';
import { readEndpoints } from './lib/domain/endpoints.ts';
import packageJson from './package.json' with { type: 'json' };

/** Stable, so that the redirect URI a listener registers with Spotify never changes. */
const CHROME_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAhM0pYD6O3/74gufR0fRYrzJ+jOT/bDzRVHRh9WiYX6L6i0d85DXc9ykWXAjOnTHaOZOxHWbWT3Q1l1VcLnhi7gDYZ4FMQfuIVyLakleZyXI87GXB+3Pfffc4uou/2pzFthc1neBSAl7d0+DvIUMdxanMbZ57Cb9j3IyMFwKq2IMq7vubxlAT1lidtsWhRrUTlSOQEaNgjU0Ih5hbnRmyyX4XlL5Pu16k9UQ25aJlIJIHV+Q1IfEmP/AwcMOtWkGBTOQhMf2vTJYiDL/Nd4uUvttMC6fiXHffFyPbzoqA9PVv7KxERyv0i5Kr5K2h7uydcDYr+YXaLsJflCsU70S8fwIDAQAB';

const binaries = Object.fromEntries(
  Object.entries({ chrome: '/usr/bin/chromium', firefox: '/usr/bin/firefox-esr' }).filter(
    ([, path]) => existsSync(path),
  ),
);

/** Takes Preact's one way to set markup from text out of the build: nothing here may use it. */
function preactWithoutMarkupFromText() {
  return {
    name: 'preact-without-markup-from-text',
    transform(code: string, id: string) {
      if (!/\/preact\/dist\/preact\.(m?js|module\.js)$/.test(id)) return null;
      const safe = code.replace(/\(\w+\.innerHTML=\w+\.__html\)/, '0');
      if (safe === code) throw new Error(`No assignment to innerHTML found in ${id}`);
      return { code: safe, map: null };
    },
  };
}

/** Takes out zip.js's way to load code from anywhere, for packings that no export has. */
function zipWithoutForeignCodecs() {
  return {
    name: 'zip-without-foreign-codecs',
    transform(code: string, id: string) {
      if (!id.endsWith('/@zip.js/zip.js/lib/core/codec-registry.js')) return null;
      const safe = code.replace(/await import\([^;]*codecURI\)/, '{}');
      if (safe === code) throw new Error(`No import of a codec found in ${id}`);
      return { code: safe, map: null };
    },
  };
}

/**
 * Leaves the polyfill out of scripts that use nothing of it: WXT's own start of a background imports
 * it for its dev server, and the first script of ours must be short.
 */
function polyfillWhereUsed(): Plugin {
  return {
    name: 'polyfill-where-used',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (source !== 'webextension-polyfill') return null;
      const resolved = await this.resolve(source, importer, { ...options, skipSelf: true });
      return resolved && { ...resolved, moduleSideEffects: false };
    },
  };
}

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  outDir: process.env['OSTINATO_OUT_DIR'] ?? '.output',
  outDirTemplate: '{{browser}}-mv{{manifestVersion}}{{modeSuffix}}',
  manifestVersion: 3,
  imports: false,
  webExt: {
    binaries,
    // Without a screen, `npm run dev` rebuilds and opens no browser.
    disabled:
      process.platform === 'linux' && !(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']),
    // Chromium's sandbox refuses to run for root.
    chromiumArgs: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  },
  manifest: ({ browser, mode }) =>
    createManifest({
      browser: browser === 'firefox' ? 'firefox' : 'chrome',
      development: mode === 'development',
      endpoints: readEndpoints(process.env),
      version: packageJson.version,
      chromeKey: CHROME_KEY,
    }),
  hooks: {
    // Firefox's background is a page and loads both of its scripts, the parts first: an event may come
    // in as soon as it is listened for. A service worker imports the parts when it needs them.
    'build:manifestGenerated': (_, { background }) => {
      if (background && 'scripts' in background) background.scripts?.unshift('background-parts.js');
    },
  },
  vite: () => ({
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: { sourcemap: false },
    define: {
      ENDPOINTS: JSON.stringify(readEndpoints(process.env)),
      VERSION: JSON.stringify(packageJson.version),
    },
    plugins: [preactWithoutMarkupFromText(), polyfillWhereUsed()],
    worker: { plugins: () => [zipWithoutForeignCodecs()] },
  }),
});
