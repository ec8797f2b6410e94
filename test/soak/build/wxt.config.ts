/** Builds the extension as `wxt.config.ts` does, with a clock and alarms that the soak moves. */
import { fileURLToPath } from 'node:url';
import config from '../../../wxt.config.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));

/** What the entrypoints import, and what they get instead. */
const REPLACED: Readonly<Record<string, string>> = {
  '/lib/platform/first-script.ts': 'soaked-first-script.ts',
  '/lib/platform/alarms.ts': 'soaked-alarms.ts',
  '/lib/platform/identity.ts': 'soaked-identity.ts',
  '/lib/platform/keep-alive.ts': 'soaked-keep-alive.ts',
  '/lib/history/open-history.ts': 'soaked-history.ts',
};

/** Only the background's: pages and their workers stay as they are. */
function withSoakedParts() {
  return {
    name: 'with-soaked-parts',
    enforce: 'pre' as const,
    resolveId(source: string, importer: string | undefined) {
      if (!importer?.includes('/entrypoints/background')) return null;
      const found = Object.entries(REPLACED).find(([path]) => source.endsWith(path));
      return found ? HERE + found[1] : null;
    },
  };
}

/** What the background waits out of politeness passes in hardly any time, as its clock jumps anyway. */
function withShortWaits() {
  return {
    name: 'with-short-waits',
    enforce: 'pre' as const,
    transform(code: string, id: string) {
      if (!id.endsWith('/entrypoints/background/parts.ts')) return null;
      const short = code.replace('setTimeout(resolve, ms)', 'setTimeout(resolve, ms / 400)');
      if (short === code) throw new Error(`No wait found in ${id}`);
      return { code: short, map: null };
    },
  };
}

const { vite } = config;

export default {
  ...config,
  vite: async (env: Parameters<NonNullable<typeof vite>>[0]) => {
    const usual = (await vite?.(env)) ?? {};
    return { ...usual, plugins: [...(usual.plugins ?? []), withSoakedParts(), withShortWaits()] };
  },
};
